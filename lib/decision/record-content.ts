import type { Block, ReportPart, Row } from "@/lib/export/report/blocks";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, isInputKey } from "@/lib/model/inputs";
import { payInputs } from "@/lib/model/pay/pay";
import { drivers } from "@/lib/model/ranges/drivers";
import type { Condition } from "@/lib/schemas/decision/condition";
import { formatDay, formatMonth } from "@/lib/value/calendar";
import { architectureName, dayOf } from "@/lib/value/decided-words";
import { describeInput } from "@/lib/value/describe-input";
import { formatMoney, formatPercent, formatWhole, nothing } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { conditionWords, watchedName } from "./condition";
import { criteriaBlocks } from "./criteria-content";
import type { DecisionDocument } from "./document";
import { type ShownRecord, signedInWords } from "./record-words";

/**
 * What a record says, part by part, words before figures: the page, the PDF and the page that checks a file show these.
 *
 * @param isBrief for one who holds a link: without inputs, levels of criteria, and figures of pay
 */
export function recordParts({ document, approvers }: ShownRecord, isBrief: boolean): ReportPart[] {
  const { reasons, dissent } = document.decision;
  const criteria = criteriaBlocks(document, isBrief);
  return [
    part("Reasons", words(reasons)),
    ...alternatives(document),
    part("Dissent", words(dissent === "" ? "None was recorded." : dissent)),
    part("People", people(document, approvers)),
    part("When it is looked at again", ...review(document, isBrief)),
    part("What the figures said", results(document), quiet(basis(document))),
    ...(criteria.length === 0 ? [] : [part("What was weighed beside money", ...criteria)]),
    ...(isBrief ? [] : [part("The inputs it rests on", ...inputs(document))]),
  ];
}

const part = (title: string, ...blocks: Block[]): ReportPart => ({ title, blocks });
const words = (text: string): Block => ({ kind: "words", text });
const quiet = (text: string): Block => ({ kind: "words", text, isQuiet: true });

function alternatives({ decision }: DecisionDocument): ReportPart[] {
  if (decision.alternatives.length === 0) return [];
  const items = decision.alternatives.map(({ architecture, whyNot }) => ({
    term: architectureName(architecture),
    text: whyNot === "" ? "No reason was given." : whyNot,
  }));
  return [part("Alternatives, and why not", { kind: "pairs", items })];
}

function people({ decision }: DecisionDocument, approvers: ShownRecord["approvers"]): Block {
  const answers = approvers.map(({ name, answer, at, signedInBy }) => ({
    term: name,
    text:
      answer === null || at === null
        ? "asked, has not answered"
        : `${answer} on ${dayOf(at)}, ${signedInWords[signedInBy ?? "unknown"] ?? signedInBy}`,
  }));
  return { kind: "pairs", items: [{ term: "Answers for it", text: decision.owner.name }, ...answers] };
}

function review({ decision: { reviewOn, conditions }, model }: DecisionDocument, isBrief: boolean): Block[] {
  const on = words(reviewOn === null ? "No review date was set." : `On ${formatDay(reviewOn)} at the latest.`);
  if (conditions.length === 0) return [on];
  const isLeftOut = (condition: Condition) =>
    isBrief && condition.of === "input" && payInputs.includes(condition.input as InputKey);
  const items = conditions.map((condition) =>
    isLeftOut(condition)
      ? `${watchedName(condition)} ${condition.is} a figure that is left out here`
      : conditionWords(condition, model.currency),
  );
  return [on, words("Before that where one of these holds:"), { kind: "list", items }];
}

/** The figures that stood when it was proposed. */
function results({ results: { ranking, architectures }, uncertainty, model, decision }: DecisionDocument): Block {
  const { currency } = model;
  const rows = ranking.flatMap((name): Row[] => {
    const result = architectures[name];
    if (result === undefined) return [];
    return [
      {
        head: architectureName(name),
        ...(!result.eligible && { note: "not eligible" }),
        isChosen: name === decision.architecture,
        cells: [
          formatMoney(result.netPresentCost, currency),
          formatMoney(result.total, currency),
          uncertainty ? formatPercent(uncertainty.architectures[name]?.cheapest.share) : nothing,
        ],
        quantities: [`${name}.netPresentCost`, `${name}.total`, null],
      },
    ];
  });
  const columns = ["Net present cost", "Cash over the horizon", "Comes first in"].map((title) => ({ title }));
  return { kind: "table", summary: "Results by architecture", corner: "Architecture", columns, rows };
}

function basis({ model, uncertainty, scenarios, drivers: strengths }: DecisionDocument): string {
  const rate =
    model.currencyRateDate === null
      ? ""
      : ` at ${model.currencyRate} ${model.currency} to the dollar of ${formatDay(model.currencyRateDate)}`;
  const trials = uncertainty
    ? `Chances are of ${formatWhole(uncertainty.trials)} trials with seed ${uncertainty.seed}.`
    : "No trials had a result.";
  const chosen = Object.entries(strengths).map(
    ([key, strength]) => `${drivers[key as keyof typeof drivers]?.label ?? key}: ${String(strength)}`,
  );
  return [
    `Revision ${model.revision} of the model, from ${formatMonth(model.startMonth)}, in ${model.currency}${rate}, by version ${model.version} of the formulas and defaults.`,
    trials,
    chosen.length === 0 ? "" : `Strengths of drivers: ${chosen.join(", ")}.`,
    scenarios.length === 0 ? "" : `Scenarios beside it: ${scenarios.map(({ name }) => name).join(", ")}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** The inputs that were other than their defaults, or of which more was known. */
function inputs({ inputs: all, rows: tables, model: { currency, currencyRate } }: DecisionDocument): Block[] {
  const { input } = declaredAt(currencyRate);
  const own = Object.entries(all).filter(
    ([key, { value, default: usual, evidence, note, source }]) =>
      isInputKey(key) && (value !== usual || evidence !== null || note !== "" || source !== ""),
  );
  const rows = own.map(([key, { value, default: usual, evidence, note, source }]): Row => {
    const declared = input[key as InputKey];
    const basis = [note, source].filter((text) => text !== "").join(" · ");
    return {
      head: inputNameInGroup(key as InputKey),
      ...(basis !== "" && { note: basis }),
      cells: [
        describeInput(declared, value, currency),
        describeInput(declared, usual, currency),
        evidence === null ? nothing : evidenceWords[evidence as keyof typeof evidenceWords],
      ],
    };
  });
  const columns = ["Value", "Default", "Known"].map((title) => ({ title }));
  const summary = "Inputs that differ from their defaults";
  const ownRows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
  const count = `The record holds all ${formatWhole(Object.keys(all).length)} inputs with their ranges`;
  return [
    rows.length === 0
      ? words("Every input was at its default.")
      : { kind: "table", summary, corner: "Input", columns, rows },
    quiet(`${count}${ownRows === 0 ? "" : `, and ${formatWhole(ownRows)} own rows`}.`),
  ];
}
