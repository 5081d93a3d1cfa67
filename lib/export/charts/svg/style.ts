import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { Architecture } from "@/lib/model/architectures";
import { architectureStyles } from "../architecture-style";
import { faint } from "../tint";
import { element, type Mark, round } from "./element";

/** The light palette of the pages (app/_components/ui/theme/palette.css; a test compares them): a drawing is made for paper. */
export const paperColours = { paper: "#ffffff", ink: "#16191d", secondary: "#4e545b", rule: "#dcd9d0" };

/** The part of a drawing that holds the figures, px from its left upper corner. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a letter of the drawing's text takes at most, px at 12 px. */
export const letterWidth = 7;

const symbols = { circle: symbolCircle, rect: symbolSquare, triangle: symbolTriangle, rectRot: symbolDiamond };

/** The colour of an architecture on paper; paler where it is excluded. */
export function colourOf({ architecture, isExcluded }: { architecture: Architecture; isExcluded?: boolean }): string {
  const { paperColour } = architectureStyles[architecture];
  return isExcluded ? faint(paperColour, paperColours.paper) : paperColour;
}

/** The marker of an architecture. @param size of its area, px² */
export function marker(of: Parameters<typeof colourOf>[0], x: number, y: number, size = 50): Mark {
  const { marker: shape } = architectureStyles[of.architecture];
  return element("path", {
    d: symbol(symbols[shape], size)() ?? "",
    transform: `translate(${round(x)} ${round(y)})`,
    fill: colourOf(of),
    stroke: paperColours.paper,
  });
}

/** A straight line in a colour of the palette. */
export function rule(x1: number, y1: number, x2: number, y2: number, stroke: string, dash?: string): Mark {
  return element("line", { x1, y1, x2, y2, stroke, "stroke-dasharray": dash });
}
