import type { Architecture } from "@/lib/model/architectures";
import { architectureStyles } from "../architecture-style";
import type { MapArea, MapChart } from "../description";
import { element, type Mark, round, textElement } from "./element";
import { letterWidth, type PlotArea, paperColours, rule } from "./style";

/** What a map is drawn in: of paper, or of the page's theme. */
export interface MapColours {
  readonly paper: string;
  readonly ink: string;
  readonly secondary: string;
  readonly of: (architecture: Architecture) => string;
}

export const paperMapColours: MapColours = {
  ...paperColours,
  of: (architecture) => architectureStyles[architecture].paperColour,
};

/** Room beside the map for its figures and titles, px. */
const beside = { left: 74, top: 4, right: 4 };
const areaOpacity = 0.28;
const dashes = ["7 3", "4 3", "1 3"];
/** A line of fewer places has no room for its name. */
const fewestPlaces = 6;

/** The part of a drawing that holds the map itself. */
export function mapPlot({ left, right, top, bottom }: PlotArea): PlotArea {
  return { left: left + beside.left, right: right - beside.right, top: top + beside.top, bottom };
}

type Named = MapChart["borders"][number];
type At = (place: { x: number; y: number }) => { x: number; y: number };

/** A line of words: its middle, and half of its width, px. */
interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** Words at a place, moved into the map where they would stand out of it. */
function label(text: string, { x, y }: { x: number; y: number }, area: PlotArea): Label {
  const half = (text.length * letterWidth) / 2;
  return {
    ...{ text, half },
    x: Math.min(Math.max(x, area.left + half), area.right - half),
    y: Math.min(Math.max(y, area.top + 12), area.bottom - 6),
  };
}

const lineHeight = 15;
const isOver = (one: Label, other: Label) =>
  Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < lineHeight;

/** Where along a line its name stands, the middle first. */
const alongLine = [0.5, 0.75, 0.25, 0.9, 0.1];

/** Names of lines, each where it covers none of the names that stand already; in the middle where there is no such place. */
function lineLabels(lines: readonly Named[], names: readonly Label[], at: At, area: PlotArea): Label[] {
  const standing = [...names];
  for (const { label: text, lines: parts } of lines) {
    const line = longest(parts);
    if (line.length < fewestPlaces) continue;
    const places = alongLine.map((part) => line[Math.floor(part * (line.length - 1))] as { x: number; y: number });
    const tried = places.map((place) => label(text, at(place), area));
    standing.push(tried.find((one) => !standing.some((other) => isOver(one, other))) ?? (tried[0] as Label));
  }
  return standing.slice(names.length);
}

/** Words on a map: around the letters it is the colour of paper. */
function words({ text, x, y }: Label, colours: MapColours, more = {}): Mark {
  return textElement(text, x, y, {
    ...{
      "text-anchor": "middle",
      fill: colours.ink,
      stroke: colours.paper,
      "stroke-width": 4,
      "paint-order": "stroke",
    },
    ...{ "stroke-linejoin": "round", ...more },
  });
}

function areaPath({ boxes }: MapArea, at: At): string {
  return boxes
    .map(({ x, y, width, height }) => {
      const [from, to] = [at({ x, y: y + height }), at({ x: x + width, y })];
      return `M${round(from.x)} ${round(from.y)}H${round(to.x)}V${round(to.y)}H${round(from.x)}Z`;
    })
    .join("");
}

/** Where an area has most room for its name: in the box whose shorter side is longest. */
function roomiest({ boxes }: MapArea) {
  const room = ({ width, height }: MapArea["boxes"][number]) => Math.min(width, 3 * height);
  const best = boxes.reduce((most, box) => (room(box) > room(most) ? box : most));
  return { x: best.x + best.width / 2, y: best.y + best.height / 2, width: best.width, height: best.height };
}

const pathOf = (lines: MapChart["borders"][number]["lines"], at: At) =>
  lines.map((line) => `M${line.map((place) => `${round(at(place).x)} ${round(at(place).y)}`).join("L")}`).join("");

const longest = (lines: MapChart["borders"][number]["lines"]) =>
  lines.reduce((most, line) => (line.length > most.length ? line : most), lines[0] ?? []);

/** A map of two inputs: areas by who ranks first, borders, chances, the present point and the ranges. */
export function mapDrawing(chart: MapChart, whole: PlotArea, colours: MapColours): Mark[] {
  const area = mapPlot(whole);
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const at: At = ({ x, y }) => ({ x: area.left + x * width, y: area.bottom - y * height });
  const hatch = element(
    "pattern",
    { id: "map-hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    rule(0, 0, 0, 7, colours.secondary),
  );
  const areas = chart.areas.map((each) =>
    element("path", {
      d: areaPath(each, at),
      ...(each.architecture
        ? { fill: colours.of(each.architecture), "fill-opacity": areaOpacity }
        : { fill: each.isRefused ? "none" : "url(#map-hatch)" }),
    }),
  );
  const borders = chart.borders.map(({ lines }) =>
    element("path", { d: pathOf(lines, at), fill: "none", stroke: colours.ink, "stroke-width": 2 }),
  );
  const chances = chart.chances.map(({ lines }, place) =>
    element("path", { d: pathOf(lines, at), fill: "none", stroke: colours.ink, "stroke-dasharray": dashes[place] }),
  );
  const named = chart.areas.filter((each) => roomiest(each).width * width > each.name.length * letterWidth * 0.6);
  const areaLabels = named.map((each) => label(each.name, at(roomiest(each)), area));
  const names = areaLabels.map((each, place) => {
    const { architecture } = named[place] as MapArea;
    const colour = architecture ? { fill: colours.of(architecture) } : {};
    return words(each, colours, { "font-weight": 600, "font-size": 14, ...colour });
  });
  const now = at({ x: chart.across.now, y: chart.up.now });
  const present = label("now", { x: now.x, y: now.y - 10 }, area);
  const lineNames = lineLabels([...chart.borders, ...chart.chances], [...areaLabels, present], at, area).map((each) =>
    words(each, colours),
  );
  return [
    element("defs", {}, hatch),
    ...areas,
    ...borders,
    ...chances,
    frame(area, colours),
    ...ranges(chart, at, colours),
    words(present, colours),
    ...names,
    ...lineNames,
    ...axes(chart, at, area, colours),
  ];
}

function frame({ left, right, top, bottom }: PlotArea, { secondary }: MapColours): Mark {
  return element("rect", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: "none",
    stroke: secondary,
  });
}

/** The present point, and the rectangle in which both lie in eight cases of ten each. */
function ranges({ across, up }: MapChart, at: At, colours: MapColours): Mark[] {
  const now = at({ x: across.now, y: up.now });
  const [[x1, x2], [y1, y2]] = [across.range ?? [across.now, across.now], up.range ?? [up.now, up.now]];
  const [from, to] = [at({ x: x1, y: y2 }), at({ x: x2, y: y1 })];
  const hasBox = across.range !== null || up.range !== null;
  const box = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  return [
    ...(hasBox
      ? [element("rect", { ...box, fill: "none", stroke: colours.secondary, "stroke-dasharray": "2 2" })]
      : []),
    element("circle", { cx: now.x, cy: now.y, r: 5, fill: colours.ink, stroke: colours.paper, "stroke-width": 2 }),
  ];
}

/** A title cut to its room; the page names both inputs in full above. */
function fitted(title: string, room: number): string {
  const letters = Math.floor(room / letterWidth);
  return title.length <= letters ? title : `${title.slice(0, letters - 1).trimEnd()}…`;
}

function axes({ across, up }: MapChart, at: At, area: PlotArea, { secondary }: MapColours): Mark[] {
  const below = across.ticks.flatMap(({ place, label }) => {
    const { x } = at({ x: place, y: 0 });
    return [
      rule(x, area.bottom, x, area.bottom + 4, secondary),
      textElement(label, x, area.bottom + 18, { "text-anchor": "middle", fill: secondary }),
    ];
  });
  const aside = up.ticks.flatMap(({ place, label }) => {
    const { y } = at({ x: 0, y: place });
    return [
      rule(area.left - 4, y, area.left, y, secondary),
      textElement(label, area.left - 8, y + 4, { "text-anchor": "end", fill: secondary }),
    ];
  });
  const middle = (area.top + area.bottom) / 2;
  return [
    ...below,
    ...aside,
    textElement(fitted(across.title, area.right - area.left + beside.left), area.right, area.bottom + 40, {
      ...{ "text-anchor": "end", fill: secondary },
    }),
    textElement(fitted(up.title, area.bottom - area.top), 0, 0, {
      ...{ "text-anchor": "middle", fill: secondary },
      transform: `translate(${round(area.left - 62)} ${round(middle)}) rotate(-90)`,
    }),
  ];
}
