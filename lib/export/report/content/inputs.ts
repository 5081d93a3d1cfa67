import { changedKeys } from "@/lib/model/changed-keys";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { describeInput } from "@/lib/value/describe-input";
import { formatWhole, nothing } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { rowWords } from "@/lib/value/rows/row-summary";
import { type Block, cutText, type ReportPart } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** Letters of a basis: a note may be ten pages long, and the model has it whole. */
const longestBasis = 400;

/** The inputs that differ from the defaults, each with its default, evidence and basis; and the own lines. */
export function inputsPart(model: ReportedModel): ReportPart {
  const { stated: inputs, currency, currencyRate, hidden, description, notes } = model;
  const { input } = declaredAt(currencyRate);
  const keys = changedKeys({ inputs, currencyRate });
  const words = (key: InputKey, value: number | string) => describeInput(input[key], value, currency);
  const count = `${formatWhole(keys.length)} of ${formatWhole(inputList.length - hidden.length)} inputs ${keys.length === 1 ? "differs" : "differ"} from the defaults.`;
  const cut = `A basis longer than ${longestBasis} characters is cut; the model has it whole.`;
  return {
    title: "Inputs that differ",
    blocks: [
      ...(description.length > 300 ? [{ kind: "words" as const, text: description }] : []),
      { kind: "words", text: `${count} ${cut}`, isQuiet: true },
      ...(keys.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              summary: "Inputs that differ from the defaults",
              corner: "Input",
              columns: [
                { title: "Value" },
                { title: "Default" },
                { title: "Evidence", isWords: true },
                { title: "Basis", isWords: true },
              ],
              rows: keys.map((key) => ({
                head: inputName(input[key]),
                cells: [
                  words(key, inputs[key] ?? ""),
                  words(key, input[key].default),
                  notes[key]?.evidence === undefined ? nothing : evidenceWords[notes[key].evidence],
                  cutText(basisOf(model, key), longestBasis),
                ],
              })),
            },
          ]),
      ...ownRows(model),
    ],
  };
}

function basisOf({ notes, stated, starting, bases }: ReportedModel, key: InputKey): string {
  const { source, note } = notes[key] ?? {};
  const isTemplates = stated[key] === starting[key];
  const basis = source ?? (isTemplates ? (bases[key]?.text ?? "The template") : "This model’s own figure");
  return [basis, ...(note === undefined ? [] : [note])].join(". ");
}

/** A table for each kind of rows that the model has, in the words of its pages. */
function ownRows({ currency, rows }: ReportedModel): Block[] {
  return rowTables.flatMap((table) => {
    const list: readonly Row[] = rows[table];
    if (list.length === 0) return [];
    return [
      { kind: "heading" as const, text: tableNames[table] },
      {
        kind: "table" as const,
        summary: `${tableNames[table]} of the model`,
        corner: "",
        columns: [
          { title: "What is stated", isWords: true },
          { title: "Basis", isWords: true },
        ],
        rows: list.map((row) => ({
          head: nameOfRow(row),
          cells: [
            rowWords(table, row as never, currency),
            cutText([row.source, row.note].filter(Boolean).join(". "), longestBasis),
          ],
        })),
      },
    ];
  });
}

interface Row {
  readonly label?: string;
  readonly role?: string;
  readonly note?: string;
  readonly source?: string;
}

const nameOfRow = ({ label, role }: Row) => label ?? role ?? "";
