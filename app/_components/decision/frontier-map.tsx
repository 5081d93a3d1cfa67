"use client";

import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useId, useMemo } from "react";
import { coarsePoints, type FrontierMap, finePoints, type MapPoint } from "@/lib/analysis/frontier/map";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import type { MapChart } from "@/lib/export/charts/description";
import { markup } from "@/lib/export/charts/svg/element";
import { type MapColours, mapDrawing, mapPlot } from "@/lib/export/charts/svg/map";
import styles from "./decision.module.css";

const pageColours: MapColours = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  secondary: "var(--ink-secondary)",
  of: (architecture) => `var(${architectureStyles[architecture].colour})`,
};

const leastWidth = 200;
const [usualWidth, leastHeight, mostHeight] = [960, 300, 560];
/** Room for the axis below. */
const below = 52;
const last = finePoints - 1;
/** How far an arrow key goes. */
const step = last / (coarsePoints - 1);

interface FrontierDrawingProps {
  map: FrontierMap;
  chart: MapChart;
  /** The point that is read out. */
  point: MapPoint | null;
  /** Whether the pointer leaves it where it is. */
  isHeld: boolean;
  onRead: (point: MapPoint) => void;
  onTake: () => void;
}

/** The map as a drawing whose points are read out by pointer and by arrow keys. */
export function FrontierDrawing({ map, chart, point, isHeld, onRead, onTake }: FrontierDrawingProps) {
  const { ref, width: measured } = useElementSize();
  const hint = useId();
  // Before it is laid out, and while paper is, it has no width.
  const width = measured >= leastWidth ? Math.round(measured) : usualWidth;
  const height = Math.min(Math.max(Math.round(0.6 * width), leastHeight), mostHeight);
  const area = { left: 0, right: width, top: 0, bottom: height };
  const plot = mapPlot(area);
  const drawn = useMemo(
    () => mapDrawing(chart, { left: 0, right: width, top: 0, bottom: height }, pageColours).map(markup).join(""),
    [chart, width, height],
  );

  function readAt({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
    const box = currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    const i = (last * ((clientX - box.left) * scale - plot.left)) / (plot.right - plot.left);
    const j = (last * (plot.bottom - (clientY - box.top) * scale)) / (plot.bottom - plot.top);
    onRead(nearestTo(map, i, j));
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    if (event.key === "Enter" && point !== null) onTake();
    else if (event.key === "Home") onRead(nearestTo(map, map.x.now * last, map.y.now * last));
    else if (move !== undefined) {
      const from = point ?? nearestTo(map, map.x.now * last, map.y.now * last);
      const along = (at: number, by: number) =>
        Math.min(Math.max(Math.round(at / step + by), 0), coarsePoints - 1) * step;
      onRead(nearestTo(map, along(from.i, move[0]), along(from.j, move[1])));
    } else return;
    event.preventDefault();
  }

  const at = point && {
    x: plot.left + (point.i / last) * (plot.right - plot.left),
    y: plot.bottom - (point.j / last) * (plot.bottom - plot.top),
  };
  return (
    <div ref={ref}>
      <div
        className={styles.drawing}
        role="application"
        aria-label={chart.summary}
        aria-roledescription="map"
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go over its points.
        tabIndex={0}
        onPointerMove={isHeld ? undefined : readAt}
        onPointerDown={(event) => {
          readAt(event);
          onTake();
        }}
        onKeyDown={press}
      >
        <svg
          viewBox={`0 0 ${width} ${height + below}`}
          fontSize="12"
          fill="var(--ink)"
          aria-hidden="true"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the writer escapes every text.
          dangerouslySetInnerHTML={{ __html: drawn }}
        />
        {at === null ? null : (
          <svg className={styles.cross} viewBox={`0 0 ${width} ${height + below}`} aria-hidden="true">
            <line x1={at.x} x2={at.x} y1={plot.top} y2={plot.bottom} stroke="var(--ink)" strokeDasharray="1 3" />
            <line x1={plot.left} x2={plot.right} y1={at.y} y2={at.y} stroke="var(--ink)" strokeDasharray="1 3" />
          </svg>
        )}
      </div>
      <p id={hint} hidden>
        Arrow keys go from point to point, Home goes to the present values, Enter holds the point.
      </p>
    </div>
  );
}

/** The point that was worked out nearest to a place of the lattice. */
function nearestTo({ points }: FrontierMap, i: number, j: number): MapPoint {
  const far = (point: MapPoint) => (point.i - i) ** 2 + (point.j - j) ** 2;
  return points.reduce((best, point) => (far(point) < far(best) ? point : best));
}
