"use client";

import type { ChartConfiguration } from "chart.js";
import { useEffect, useRef } from "react";
import { isPrinting } from "@/app/_components/ui/printing";
import { Chart, type ChartData, type ChartOptions, type Plugin } from "./chart";
import { inItsOwnFrame } from "./in-its-own-frame";
import { sizeForPaper, sizeForScreen } from "./paper-size";

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
 * Gives a chart its new figures. Datasets that remain keep their object: for a new object the chart would work out
 * everything again, which takes several times as long.
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

/**
 * A canvas with a chart that follows its data while it is in sight or near it, each chart in a frame of its own, so
 * that several do not hold up a key together. While it does not yet show its data it says so (`data-behind`).
 */
export function ChartCanvas<Type extends "line" | "bar", Data>(props: ChartCanvasProps<Type, Data>) {
  const { type, data, options, plugins, role, "aria-label": label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<Type, Data> | null>(null);
  const drawnOptions = useRef<ChartOptions<Type> | null>(null);
  const isNear = useRef(false);
  /** Draws what is pending while the chart has been out of view. */
  const waiting = useRef<(() => void) | null>(null);

  useEffect(() => {
    if (canvas.current === null) return;
    const follow = (entries: IntersectionObserverEntry[]) => {
      isNear.current = entries.at(-1)?.isIntersecting ?? true;
      if (isNear.current) waiting.current?.();
    };
    // A little before it scrolls into view.
    const observer = new IntersectionObserver(follow, { rootMargin: "25%" });
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const draw = () => {
      delete canvas.current?.dataset.behind;
      if (chart.current === null && canvas.current !== null) {
        const configuration = { type, data: copied(data), options, plugins } as ChartConfiguration<Type, Data>;
        chart.current = new Chart(canvas.current, configuration);
        drawnOptions.current = options;
        // A chart that has not been scrolled to is printed too.
        if (isPrinting()) sizeForPaper(chart.current);
        return;
      }
      const drawn = chart.current;
      if (drawn === null) return;
      follow(drawn.data, data);
      // Setting the same options again would resolve them anew.
      if (drawnOptions.current !== options) {
        drawn.options = options as typeof drawn.options;
        drawnOptions.current = options;
      }
      drawn.update("none");
      // The print colours come as new options, without the size set for paper.
      if (isPrinting()) sizeForPaper(drawn);
    };
    // The browser prints the page as it stands when this event returns.
    if (isPrinting()) return draw();
    let takeBack = () => {};
    const begin = () => {
      waiting.current = null;
      takeBack = inItsOwnFrame(draw);
    };
    if (canvas.current !== null) canvas.current.dataset.behind = "";
    if (isNear.current) begin();
    else waiting.current = begin;
    return () => {
      waiting.current = null;
      takeBack();
    };
  }, [type, data, options, plugins]);

  useEffect(() => {
    const toPaper = () => chart.current !== null && sizeForPaper(chart.current);
    const toScreen = () => chart.current !== null && sizeForScreen(chart.current);
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", toScreen);
    return () => {
      window.removeEventListener("beforeprint", toPaper);
      window.removeEventListener("afterprint", toScreen);
    };
  }, []);

  useEffect(
    () => () => {
      chart.current?.destroy();
      chart.current = null;
    },
    [],
  );

  return <canvas ref={canvas} role={role} aria-label={label} />;
}
