"use client";

import { useCallback, useState } from "react";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { AskedCalibration, CalibrationReply } from "./calibration-worker";

const create = () => new Worker(new URL("./calibration-worker.ts", import.meta.url), { type: "module" });

interface Found {
  readonly of: AskedCalibration;
  readonly outcome: CalibrationReply;
}

/** Calibrates in a worker, so that typing stays smooth. @param asked a new object only for new figures */
export function useCalibration(asked: AskedCalibration) {
  const [found, setFound] = useState<Found | null>(null);
  const take = useCallback((outcome: CalibrationReply, of: AskedCalibration) => setFound({ of, outcome }), []);
  const hasFailed = useWorker(create, asked, take);
  /** The newest known, null before the first; whether it is of earlier figures; whether the browser cannot work it out. */
  return { found, isStale: found !== null && found.of !== asked, hasFailed };
}
