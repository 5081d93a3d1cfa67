import type { CustomLine } from "@/lib/model/custom-lines";
import { fieldsOfTable, type RowField } from "@/lib/model/rows/fields";
import type { Ends, OwnRows, ParticipantKind, RegisterRow, RowTable } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import type { FieldError } from "@/lib/outcome";
import { formatPercentNumber } from "@/lib/value/format";
import { numberMessage } from "./inputs";

// What the fields of one row say of each other. Keys of faults are those of fields.

type Row<T extends RowTable> = OwnRows[T][number];

const inOrder = (low: number, value: number, high: number) => low <= value && value <= high;

const rangeMessage = (label: string) =>
  `The range of ${label} must hold the figure itself: low, figure and high must rise. Change one of them.`;

function endsFaults(
  table: RowTable,
  row: { readonly ranges?: Readonly<Record<string, Ends | undefined>> },
): FieldError[] {
  const fields: Readonly<Record<string, RowField>> = fieldsOfTable[table];
  return Object.entries(row.ranges ?? {}).flatMap(([key, ends]) => {
    const value = (row as unknown as Record<string, number>)[key] as number;
    if (ends === undefined || inOrder(ends.low, value, ends.high)) return [];
    const message = rangeMessage(fields[key]?.label ?? key);
    return [{ key: `ranges.${key}.${ends.low <= value ? "high" : "low"}`, message }];
  });
}

function lineFaults({ kind, amount, low = amount, high = amount, everyMonths }: CustomLine): FieldError[] {
  const faults: FieldError[] = [];
  if (!inOrder(low, amount, high)) {
    faults.push({
      key: low <= amount ? "high" : "low",
      message: rangeMessage("Amount"),
    });
  }
  const isEvery = String(kind) === "every";
  if (isEvery && everyMonths === undefined)
    faults.push({ key: "everyMonths", message: "Say how many months lie between, 1 to 120." });
  if (!isEvery && everyMonths !== undefined)
    faults.push({ key: "everyMonths", message: "Only the kind every has months between. Leave everyMonths out." });
  return faults;
}

function registerFaults({ what, count, watts }: RegisterRow, currency: string): FieldError[] {
  const isMachine = what === "server" || what === "storageServer";
  const faults: FieldError[] = [];
  if (isMachine && !Number.isInteger(count)) {
    const message = numberMessage({ ...fieldsOfTable.register.count, integer: true } as never, count, currency);
    faults.push({ key: "count", message });
  }
  if (!isMachine && watts !== undefined)
    faults.push({ key: "watts", message: "Power each is of servers and storage servers only. Leave it out here." });
  return faults;
}

/** What is wrong with a row whose fields are each as they should be. */
export function rowRuleFaults<T extends RowTable>(table: T, row: Row<T>, currency: string): FieldError[] {
  switch (table) {
    case "customLines":
      return lineFaults(row as CustomLine);
    case "register":
      return registerFaults(row as RegisterRow, currency);
    default:
      return endsFaults(table, row as never);
  }
}

/** How far the shares of kinds may be from 1 in sum (infrastructure.md section 23). */
const forgivenShare = 1e-9;

/** What is wrong with the shares of all kinds of participants together. */
export function sharesFaults(kinds: readonly ParticipantKind[]): FieldError[] {
  const sum = kinds.reduce((all, { share }) => all + share, 0);
  if (kinds.length === 0 || Math.abs(sum - 1) <= forgivenShare) return [];
  const percent = formatPercentNumber(Number(sum.toPrecision(12)));
  const message = `${tableNames.participantKinds}: their shares must sum to 100 %; they sum to ${percent} %. Change one of them.`;
  return [{ key: "participantKinds", message }];
}
