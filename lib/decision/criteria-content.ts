import { type Criterion, criteriaWith } from "@/lib/analysis/objectives/criteria";
import { levelText, rateWords, scoreText } from "@/lib/analysis/objectives/objective-words";
import type { Block, Row } from "@/lib/export/report/blocks";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { z } from "@/lib/schemas/zod";
import { architectureName } from "@/lib/value/decided-words";
import { formatNumber, formatPercent, nothing } from "@/lib/value/format";
import type { DecisionDocument } from "./document";

const level = z.looseObject({ level: z.number().nullable(), reason: z.string() });

/** What is shown of frozen criteria, as frozenCriteria writes them. */
const frozenSchema = z.looseObject({
  criteria: z.array(
    z.looseObject({
      ...{ key: z.string(), name: z.string(), worst: z.number(), best: z.number() },
      ...{ weight: z.number(), rate: z.number().nullable(), levels: z.record(z.string(), level) },
    }),
  ),
  scores: z.record(z.string(), z.number()),
  ranking: z.array(z.string()),
  people: z.array(z.looseObject({ name: z.string(), swings: z.record(z.string(), z.number()) })),
});
type Frozen = z.infer<typeof frozenSchema>;

/**
 * What was weighed, with its weights and scores; none where nothing was.
 *
 * @param isBrief without levels and prices, of which some would tell of pay, and without the weights of each person
 */
export function criteriaBlocks({ criteria, model }: DecisionDocument, isBrief: boolean): Block[] {
  const read = frozenSchema.safeParse(criteria);
  if (!read.success) return [];
  const { data } = read;
  const scored = data.ranking.map((name) => `${architectureName(name)} ${scoreText(data.scores[name] ?? 0)}`);
  const scores: Block = {
    kind: "words",
    text: scored.length === 0 ? "Nobody passed the gates." : `Scores, of 100: ${scored.join(", ")}.`,
  };
  const blocks = isBrief ? [weights(data)] : [whole(data, model.currency), ...reasons(data), ...people(data)];
  return [scores, ...blocks, ...weightless(data)];
}

/** The criteria that count, the weightiest first. */
const byWeight = ({ criteria }: Frozen) =>
  criteria.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);

function weights(data: Frozen): Block {
  return {
    ...{ kind: "table", summary: "Criteria and their weights", corner: "Criterion" },
    columns: [{ title: "Share of the weight" }],
    rows: byWeight(data).map(({ name, weight }) => ({ head: name, cells: [formatPercent(weight)] })),
  };
}

function weightless({ criteria }: Frozen): Block[] {
  const names = criteria.filter(({ weight }) => weight === 0).map(({ name }) => name.toLowerCase());
  return names.length === 0 ? [] : [{ kind: "words", text: `Without weight: ${names.join(", ")}.`, isQuiet: true }];
}

/** A team's own criterion is known by its key and name only. */
const criterionOf = ({ key, name }: { key: string; name: string }): Criterion =>
  criteriaWith([{ key, name, about: "" }]).find((one) => one.key === key) as Criterion;

function whole(data: Frozen, currency: string): Block {
  const rows = byWeight(data).map((of): Row => {
    const criterion = criterionOf(of);
    const text = (value: number | null) => levelText(criterion, value, currency);
    const price = rateWords({ criterion, rate: of.rate }, currency);
    return {
      head: of.name,
      ...(price !== "" && { note: price }),
      cells: [
        formatPercent(of.weight),
        text(of.worst),
        text(of.best),
        ...architectures.map((name) => text(of.levels[name]?.level ?? null)),
      ],
    };
  });
  const score = (name: Architecture) => (data.ranking.includes(name) ? scoreText(data.scores[name] ?? 0) : nothing);
  const titles = ["Share of the weight", "Worst", "Best", ...architectures.map(architectureName)];
  return {
    ...{ kind: "table", summary: "Criteria, their weights and levels", corner: "Criterion" },
    columns: titles.map((title) => ({ title })),
    rows: [...rows, { head: "Score", cells: ["", "", "", ...architectures.map(score)], isTotal: true }],
  };
}

/** Why judged levels are what they are. */
function reasons(data: Frozen): Block[] {
  const items = byWeight(data).flatMap(({ name, levels }) =>
    architectures.flatMap((key) => {
      const { reason = "", level: judged = null } = levels[key] ?? {};
      return reason === "" || judged === null
        ? []
        : [`${name}, ${architectureName(key).toLowerCase()} ${formatNumber(judged)}: ${reason}`];
    }),
  );
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function people({ people: each, criteria }: Frozen): Block[] {
  if (each.length === 0) return [];
  const nameOf = new Map(criteria.map(({ key, name }) => [key, name.toLowerCase()]));
  const items = each.map(({ name, swings }) => {
    const some = Object.entries(swings)
      .filter(([key, swing]) => swing > 0 && nameOf.has(key))
      .sort(([, one], [, other]) => other - one)
      .map(([key, swing]) => `${nameOf.get(key)} ${formatNumber(swing)}`);
    return { term: name, text: some.length === 0 ? "no weights" : some.join(", ") };
  });
  return [
    { kind: "words", text: "How each weighed alone, 0 to 100:" },
    { kind: "pairs", items },
  ];
}
