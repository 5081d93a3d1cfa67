import { choice } from "./basis";
import { inputGroup } from "./declaration";

export const transition = inputGroup("transition", "Moving", {
  dualRunMonths: {
    label: "Months of running both",
    unit: "month",
    format: "count",
    default: 3,
    min: 0,
    max: 60,
    basis: choice,
  },
});
