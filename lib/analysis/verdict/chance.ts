import { formatNumber } from "@/lib/value/format";
import { timesHundred } from "@/lib/value/rounding";

// Shares of trials in words. No number of trials makes a thing certain: none of them is "below 1 of 100", all are "more than 99".

/** A share as a number of 100, for a column: "94", "<1", ">99". */
export function ofHundred(share: number): string {
  const whole = Math.round(timesHundred(share));
  if (whole === 0) return "<1";
  return whole === 100 ? ">99" : formatNumber(whole);
}

/** The same within a sentence: "94", "fewer than 1", "more than 99". */
export function ofHundredInWords(share: number): string {
  return ofHundred(share).replace("<", "fewer than ").replace(">", "more than ");
}

export const inTrials = (share: number) => `${ofHundredInWords(share)} of 100 trials`;
