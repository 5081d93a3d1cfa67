import type { People, Role } from "@/lib/draft/starting-answers";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { seriesOf, tryEvaluateQuantities } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { OwnRows } from "@/lib/model/rows/own-rows";

/** Whose people are asked for: those of what runs today, and where nothing does, of own servers. */
export function peopleOf({ currentArchitecture }: Pick<Inputs, "currentArchitecture">): Architecture {
  return currentArchitecture === "none" ? "onPremises" : (currentArchitecture as Architecture);
}

/**
 * The people whom the model takes in month 1 in the architecture of `peopleOf`, and of them those who cover posts day and night;
 * null where the figures have no result.
 */
export function modelledPeople(inputs: Inputs, rows: OwnRows): { people: Record<Role, number>; cover: number } | null {
  const outcome = tryEvaluateQuantities(inputs, rows);
  if (!outcome.ok) return null;
  const { model, evaluation } = outcome;
  const architecture = peopleOf(inputs);
  const inMonth1 = (key: string): number => {
    const found = [...model.program.quantities.keys()].find((each) => each.key === key);
    if (found === undefined) throw new Error(`The model has no quantity ${key}`);
    return seriesOf(evaluation, found)[1] as number;
  };
  return {
    people: {
      operations: inMonth1(`${architecture}.operationsFTE`),
      support: inMonth1("users") / inputs.usersPerSupportAgent,
      engineering: inputs[`${architecture}EngineeringFTE`],
      security: inputs[`${architecture}SecurityFTE`],
    },
    cover: inMonth1("cover"),
  };
}

/** How much of its work one operations engineer does, by what the work is counted by. */
const workPerEngineer = ["serversPerEngineer", "storedTBPerEngineer", "coresPerCloudEngineer"] as const;

/** Beyond these digits nothing that people count by shows. */
const digits = 8;

function within(key: InputKey, value: number): number {
  const { min, max } = declaredAt(1).input[key] as NumberInput;
  return Math.min(max, Math.max(min, Number(value.toPrecision(digits))));
}

type Changes = Partial<Record<InputKey, number>>;

/** Each of some inputs times a factor. */
const scaled = (inputs: Inputs, keys: readonly InputKey[], factor: number): Changes =>
  Object.fromEntries(keys.map((key) => [key, within(key, (inputs[key] as number) * factor)]));

/** A role whose FTE are inputs: the ratio between the architectures stays; where there is none, all have the same. */
function fixedRole(inputs: Inputs, suffix: "EngineeringFTE" | "SecurityFTE", stated: number, now: number): Changes {
  const keys = architectures.map((architecture) => `${architecture}${suffix}` as const);
  if (now > 0) return scaled(inputs, keys, stated / now);
  return Object.fromEntries(keys.map((key) => [key, within(key, stated)]));
}

/**
 * Operations engineers come from the work, the minimum and the posts covered day and night, whichever asks for most (section 8). Work and
 * minimum go up or down alike, so that other architectures keep their ratio; posts are a decision, and stay.
 */
function operations(inputs: Inputs, stated: number, now: number, cover: number): Changes {
  if (stated === now) return {};
  if (now === 0) return { minimumOperationsFTE: within("minimumOperationsFTE", stated) };
  if (now === cover && cover > 0)
    return stated > cover ? { minimumOperationsFTE: within("minimumOperationsFTE", stated) } : {};
  const factor = stated / now;
  return {
    ...scaled(inputs, ["minimumOperationsFTE"], factor),
    ...scaled(inputs, workPerEngineer, 1 / factor),
  };
}

/**
 * The inputs with which the model has as many people in month 1 as were stated, in the architecture of `peopleOf`. Those of the other
 * architectures follow in the model's own ratio.
 *
 * @returns the changed inputs by the role for which they change; empty where the figures have no result
 */
export function inputsForPeople(inputs: Inputs, rows: OwnRows, stated: People): Partial<Record<Role, Changes>> {
  const modelled = Object.keys(stated).length === 0 ? null : modelledPeople(inputs, rows);
  if (modelled === null) return {};
  const { people: now, cover } = modelled;
  const { support } = stated;
  const changes: Record<Role, Changes | undefined> = {
    operations:
      stated.operations === undefined ? undefined : operations(inputs, stated.operations, now.operations, cover),
    // Where nobody uses it, nobody is supported.
    support:
      support === undefined || now.support === 0
        ? undefined
        : scaled(inputs, ["usersPerSupportAgent"], now.support / support),
    engineering:
      stated.engineering === undefined
        ? undefined
        : fixedRole(inputs, "EngineeringFTE", stated.engineering, now.engineering),
    security:
      stated.security === undefined ? undefined : fixedRole(inputs, "SecurityFTE", stated.security, now.security),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined));
}
