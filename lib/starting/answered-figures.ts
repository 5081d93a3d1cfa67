import { calibrate } from "@/lib/analysis/calibration/calibrate";
import { evidenceAfter } from "@/lib/analysis/calibration/evidence-after";
import { billSource, modelMonth } from "@/lib/analysis/calibration/month-bill";
import type { Calibration } from "@/lib/analysis/calibration/question";
import type { Figures } from "@/lib/draft/beginning";
import type { InputNote, ModelDraft, Notes } from "@/lib/draft/model";
import type { BillAnswer, People, Role, StartingAnswers } from "@/lib/draft/starting-answers";
import { architectureNames } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import type { FieldError, Outcome } from "@/lib/outcome";
import { type CalendarDay, formatDay } from "@/lib/value/calendar";
import { formatNumber } from "@/lib/value/format";
import { inputsForPeople, modelledPeople, peopleOf } from "./people";

/** People of a role in month 1: what the model took, what was stated, and what it takes now. */
export interface RoleChange {
  readonly role: Role;
  readonly before: number;
  readonly stated: number;
  readonly after: number;
}

/** What answers set. */
export interface AnsweredFigures {
  readonly figures: Partial<Figures>;
  readonly people: readonly RoleChange[];
  /** What the bill moved, and what of it is left; null where the bill was skipped or cannot be compared. */
  readonly calibration: Calibration | null;
  /** Why the bill cannot be compared. */
  readonly faults: readonly FieldError[];
}

/** What a model begins with before it is answered for. */
export type Begun = Figures & Pick<ModelDraft, "startMonth">;

/** What the source of an answered figure is called: "Starting questions, 27 November 2026". */
export const startingSource = (on: CalendarDay) => `Starting questions, ${formatDay(on)}`;

const keysOf = (inputs: object) => Object.keys(inputs) as InputKey[];

/** The same note beside each of some inputs. */
const noted = (inputs: object, note: InputNote): Notes => Object.fromEntries(keysOf(inputs).map((key) => [key, note]));

/**
 * The figures that answers come to, to be laid over those that a model begins with otherwise. Each carries its evidence, which is an
 * estimate unless another was stated, and its source.
 *
 * @param begun what the model begins with otherwise; checked, as the answers are
 * @param on the day on which they were answered
 */
export function answeredFigures(begun: Begun, answers: StartingAnswers, on: CalendarDay): AnsweredFigures {
  const source = startingSource(on);
  const origin: InputNote = { evidence: "estimated", source };
  const register = answers.register.map((row) => ({ source, ...row }));
  const rows = { ...ownRowsOf(begun), register: [...begun.register, ...register] };
  const notes: Notes = { ...answers.notes };
  for (const key of keysOf(answers.inputs)) notes[key] = { ...origin, ...answers.notes[key] };

  const demanded = completeInputs({ ...begun.inputs, ...answers.inputs }, 1);
  const byRole = inputsForPeople(demanded, rows, answers.people);
  const staffed: Partial<Inputs> = Object.assign({}, ...Object.values(byRole));
  const where = architectureNames[peopleOf(demanded)].toLowerCase();
  for (const [role, changed] of Object.entries(byRole)) {
    const fte = formatNumber(answers.people[role as Role]);
    Object.assign(notes, noted(changed, { ...origin, note: `For ${fte} FTE in ${role}, ${where}, in month 1.` }));
  }
  const people = roleChanges(demanded, { ...demanded, ...staffed }, rows, answers.people);

  const compared = answers.bill
    ? compare({ ...demanded, ...staffed }, { ...begun.notes, ...notes }, answers.bill, begun.startMonth)
    : null;
  const calibration = compared?.ok ? compared.calibration : null;
  const billed = Object.fromEntries(calibration?.changes.map(({ key, after }) => [key, after]) ?? []);
  if (calibration && answers.bill)
    for (const key of keysOf(billed)) {
      // Within its own range it was moved, and that is what holds of it from then on.
      const { follows: _, ...beside } = begun.notes[key] ?? {};
      notes[key] = { ...beside, evidence: evidenceAfter(calibration, key), source: billSource(answers.bill.month) };
    }
  return {
    figures: {
      inputs: { ...answers.inputs, ...staffed, ...billed },
      notes,
      register,
      // The page of the bill compares with it, and shows what is left over.
      billLines: answers.bill ? [{ label: "Whole bill", place: "rest", source, ...answers.bill }] : [],
    },
    people,
    calibration,
    faults: compared === null || compared.ok ? [] : compared.faults,
  };
}

function roleChanges(before: Inputs, after: Inputs, rows: OwnRows, stated: People): RoleChange[] {
  if (Object.keys(stated).length === 0) return [];
  const [then, now] = [before, after].map((inputs) => modelledPeople(inputs, rows)?.people);
  if (!then || !now) return [];
  return Object.entries(stated).map(([name, fte]) => {
    const role = name as Role;
    return { role, stated: fte, before: then[role], after: now[role] };
  });
}

/**
 * The bill against the month that the page of the bill sets it against. What is contracted stays, and own ranges hold. The bill is of the
 * whole cloud: which of its services cost what was not asked.
 */
function compare(
  inputs: Inputs,
  stated: Notes,
  { amount, month }: BillAnswer,
  startMonth: string,
): Outcome<{ calibration: Calibration }> {
  const bill = [{ place: "rest" as const, amount }];
  return calibrate({ inputs, currencyRate: 1, stated, bill, month: modelMonth(month, startMonth) });
}
