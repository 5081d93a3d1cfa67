import { type Architecture, architectures } from "../architectures";
import type { Inputs } from "../inputs";
import type { StaffLine } from "./own-rows";

/** The inputs that pay the four roles of section 8. */
export const roleSalaries = ["operationsSalary", "supportSalary", "engineeringSalary", "securitySalary"] as const;

/** What the roles are called. */
export const roleNames = {
  operations: "Operations",
  support: "Support",
  engineering: "Engineering",
  security: "Security",
} as const;

/** The four roles as lines that a person may change, and the salaries that are 0 with them. */
export interface RolesAsLines {
  readonly staffLines: readonly StaffLine[];
  readonly inputs: Readonly<Record<(typeof roleSalaries)[number], 0>>;
}

/** A fixed role in each architecture; where the FTE are the same, they share a line. */
function fixedRole(role: string, pay: number, fteIn: (architecture: Architecture) => number): StaffLine[] {
  const byFte = new Map<number, Architecture[]>();
  for (const architecture of architectures) {
    const fte = fteIn(architecture);
    byFte.set(fte, [...(byFte.get(fte) ?? []), architecture]);
  }
  return [...byFte].map(([fte, named]) => ({ role, architectures: named, fte, per: "fixed", whole: false, pay }));
}

/**
 * Writes the built-in roles out as lines of the same cost (infrastructure.md section 22): in fractions and without hiring. The lines go
 * beside those that the model has.
 */
export function builtInRoles(inputs: Inputs): RolesAsLines {
  const { operationsSalary, supportSalary, engineeringSalary, securitySalary, usersPerSupportAgent } = inputs;
  return {
    staffLines: [
      { role: roleNames.operations, architectures, fte: 1, per: "operations", whole: false, pay: operationsSalary },
      {
        role: roleNames.support,
        architectures,
        fte: 1000 / usersPerSupportAgent,
        per: "thousandUsers",
        whole: false,
        pay: supportSalary,
      },
      ...fixedRole(roleNames.engineering, engineeringSalary, (a) => inputs[`${a}EngineeringFTE`]),
      ...fixedRole(roleNames.security, securitySalary, (a) => inputs[`${a}SecurityFTE`]),
    ],
    inputs: Object.fromEntries(roleSalaries.map((key) => [key, 0])) as RolesAsLines["inputs"],
  };
}
