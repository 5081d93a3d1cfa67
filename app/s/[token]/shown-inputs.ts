import { payInputs } from "@/lib/model/pay/pay";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";

/**
 * The inputs that a link may name as the model's own. Where it leaves pay out there is none of the model's in them, but the defaults of
 * an earlier version are: to name these would say of each that the model has its default.
 */
export function shownInputs({ inputs, leavesOutPay }: LinkedModel): LinkedModel["inputs"] {
  const hidden: readonly string[] = leavesOutPay ? payInputs : [];
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => !hidden.includes(key)));
}
