import type { Architecture } from "@/lib/model/architectures";

interface ArchitectureStyle {
  /** The custom property of palette.css that holds its colour. */
  colour: string;
  /** The same in the light palette, for what is drawn on paper. */
  paperColour: string;
  /** Lengths of dashes and gaps; none is a solid line. */
  dash: number[];
  marker: "circle" | "rect" | "triangle" | "rectRot";
}

/** How each architecture is drawn, everywhere: never by its colour alone. */
export const architectureStyles: Record<Architecture, ArchitectureStyle> = {
  onPremises: { colour: "--architecture-onPremises", paperColour: "#0b5cad", dash: [], marker: "circle" },
  cloud: { colour: "--architecture-cloud", paperColour: "#a35a00", dash: [6, 3], marker: "rect" },
  hybrid: { colour: "--architecture-hybrid", paperColour: "#8a3b8f", dash: [2, 2], marker: "triangle" },
  peerToPeer: { colour: "--architecture-peerToPeer", paperColour: "#00755a", dash: [10, 3, 2, 3], marker: "rectRot" },
};
