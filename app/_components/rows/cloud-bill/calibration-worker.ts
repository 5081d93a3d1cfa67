import { answerNewest } from "@/app/_components/worker/answer-newest";
import { calibrate } from "@/lib/analysis/calibration/calibrate";
import type { MonthBill } from "@/lib/analysis/calibration/month-bill";
import type { CalibrationQuestion } from "@/lib/analysis/calibration/question";

export interface AskedCalibration {
  readonly question: CalibrationQuestion;
  /** The bill that the question is of: what is said of it is said beside its calibration alone. */
  readonly bill: MonthBill;
}

export type CalibrationReply = ReturnType<typeof calibrate>;

answerNewest<AskedCalibration, CalibrationReply>(async ({ question }, { reply }) => reply(calibrate(question)));
