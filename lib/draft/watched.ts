import { inputList } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";

/** Figures of an architecture that a condition may watch: what the document of results calls them, and in words. */
export const watchedFigures = {
  netPresentCost: { label: "net present cost", unit: "money" },
  total: { label: "cash over the horizon", unit: "money" },
  levelisedMonthly: { label: "levelised cost a month", unit: "money" },
  perUserMonth: { label: "cost per user and month", unit: "money" },
  perTBStoredMonth: { label: "cost per TB stored and month", unit: "money" },
  perTBDelivered: { label: "cost per TB delivered", unit: "money" },
  carbonKg: { label: "carbon footprint", unit: "kg" },
  cheapest: { label: "chance to be cheapest", unit: "share" },
} as const;
export type WatchedFigure = keyof typeof watchedFigures;

/** The inputs that a condition may watch: those that can have a threshold. */
export const watchedInputs = inputList.filter(isFigure);
