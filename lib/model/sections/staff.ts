import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { type Architecture, architectureNames } from "../architectures";
import { hoursOfAPost, monthsPerYear } from "../constants";
import { users, wageLevel } from "./demand";

/** Section 8: staff. Fractional: a small service is not charged a whole administrator by rounding. */

export const cover = quantity({
  key: "cover",
  label: "Staff who cover the posts day and night",
  unit: "FTE",
  source: "model.md section 8",
  is: formula`${input.coveredPosts} * ${hoursOfAPost} / ${input.hoursPerWeek} / (1 - ${input.absenceShare})`,
});

/** Operations staff for what their work is counted by, in FTE. */
export function operations(work: Node): Node {
  return formula`max(${input.minimumOperationsFTE}, ${cover}, ${work})`;
}

/** Work of running servers and, where there is any, raw storage, in FTE. */
export function workOf(servers: Node, rawTB?: Node): Node {
  const running = formula`${servers} / ${input.serversPerEngineer}`;
  return rawTB ? formula`${running} + ${rawTB} / ${input.storedTBPerEngineer}` : running;
}

export function staffCost(
  architecture: Architecture,
  operationsFTE: Node,
): { operationsFTE: Quantity; staff: Quantity } {
  const declared = quantity({
    key: `${architecture}.operationsFTE`,
    label: `Operations staff, ${architectureNames[architecture].toLowerCase()}`,
    unit: "FTE",
    source: "model.md section 8",
    is: operationsFTE,
  });
  const staff = quantity({
    key: `${architecture}.staff`,
    label: "Staff",
    unit: "money/month",
    source: "model.md section 8",
    is: formula`${wageLevel} / ${monthsPerYear} * (${declared} * ${input.operationsSalary} + ${input[`${architecture}EngineeringFTE`]} * ${input.engineeringSalary} + ${users} / ${input.usersPerSupportAgent} * ${input.supportSalary} + ${input[`${architecture}SecurityFTE`]} * ${input.securitySalary})`,
  });
  return { operationsFTE: declared, staff };
}
