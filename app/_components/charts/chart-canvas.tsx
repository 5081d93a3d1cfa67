"use client";

import type { ChartConfiguration } from "chart.js";
import { useEffect, useRef } from "react";
import { Chart, type ChartData, type ChartOptions, type Plugin } from "./chart";
import { inItsOwnFrame } from "./in-its-own-frame";
import { isPrinting } from "./use-palette";

interface ChartCanvasProps<Type extends "line" | "bar", Data> {
  type: Type;
  data: ChartData<Type, Data>;
  options: ChartOptions<Type>;
  /** Fixed when the canvas is made: another list needs another `key`. */
  plugins?: Plugin<Type>[];
  role: "img";
  "aria-label": string;
}

/** A canvas with a chart that follows its data, each chart in a frame of its own, so that several do not hold up a key together. */
export function ChartCanvas<Type extends "line" | "bar", Data>(props: ChartCanvasProps<Type, Data>) {
  const { type, data, options, plugins, role, "aria-label": label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<Type, Data> | null>(null);

  useEffect(() => {
    const draw = () => {
      if (chart.current === null && canvas.current !== null) {
        // Later changes replace these as a whole: they are never changed in place.
        chart.current = new Chart(canvas.current, { type, data, options, plugins } as ChartConfiguration<Type, Data>);
        return;
      }
      const drawn = chart.current;
      if (drawn === null) return;
      drawn.data = data;
      drawn.options = options as typeof drawn.options;
      drawn.update("none");
    };
    // The browser takes the page as it stands when it was told of the printing.
    if (isPrinting()) return draw();
    return inItsOwnFrame(draw);
  }, [type, data, options, plugins]);

  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = null;
    },
    [],
  );

  return <canvas ref={canvas} role={role} aria-label={label} />;
}
