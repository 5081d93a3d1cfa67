import { inputGroup } from "./declaration";

export const transition = inputGroup("transition", "Moving", {
  dualRunMonths: {
    label: "Months of running both",
    unit: "month",
    default: 3,
    min: 0,
    max: 60,
    integer: true,
    basis: "choice",
  },
});
