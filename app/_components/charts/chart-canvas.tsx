"use client";

import type { ChartConfiguration } from "chart.js";
import { useEffect, useRef } from "react";
import { Chart, type ChartData, type ChartOptions, type Plugin } from "./chart";
import { inItsOwnFrame } from "./in-its-own-frame";
import { paperDots, paperSize } from "./paper-size";
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

/**
 * Gives a chart its new figures. Datasets that stay keep their object: in place of a new one the chart would make everything
 * that it has worked out for it again, which takes several times as long.
 */
function follow<Type extends "line" | "bar", Data>(drawn: ChartData<Type, Data>, data: ChartData<Type, Data>) {
  if (data.labels) drawn.labels = data.labels;
  if (drawn.datasets.length !== data.datasets.length) drawn.datasets = copied(data).datasets;
  else for (const [place, dataset] of data.datasets.entries()) Object.assign(drawn.datasets[place] as object, dataset);
}

/** The chart's own, so that what a component has made is never changed in place. */
function copied<Type extends "line" | "bar", Data>(data: ChartData<Type, Data>): ChartData<Type, Data> {
  return { ...data, datasets: data.datasets.map((dataset) => ({ ...dataset })) };
}

/** Gives a chart the size that it has on paper, or that of its place on the screen. */
function giveSize<Type extends "line" | "bar", Data>(drawn: Chart<Type, Data>, paper: boolean) {
  const size = paper ? paperSize(drawn.canvas) : undefined;
  drawn.resize(size?.width, size?.height);
}

/** A canvas with a chart that follows its data, each chart in a frame of its own, so that several do not hold up a key together. */
export function ChartCanvas<Type extends "line" | "bar", Data>(props: ChartCanvasProps<Type, Data>) {
  const { type, data, options, plugins, role, "aria-label": label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<Type, Data> | null>(null);
  const drawnOptions = useRef<ChartOptions<Type> | null>(null);
  const isOnPaper = useRef(false);

  useEffect(() => {
    const draw = () => {
      const paper = isPrinting();
      const wanted = paper ? { ...options, devicePixelRatio: paperDots } : options;
      if (chart.current === null && canvas.current !== null) {
        const configuration = { type, data: copied(data), options: wanted, plugins } as ChartConfiguration<Type, Data>;
        chart.current = new Chart(canvas.current, configuration);
      } else if (chart.current !== null) {
        const drawn = chart.current;
        follow(drawn.data, data);
        // The same options once more would be resolved anew.
        if (drawnOptions.current !== options || isOnPaper.current !== paper) {
          drawn.options = wanted as typeof drawn.options;
        }
        drawn.update("none");
      }
      drawnOptions.current = options;
      if (chart.current !== null && isOnPaper.current !== paper) giveSize(chart.current, paper);
      isOnPaper.current = paper;
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
