import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import { fnv } from "@/lib/math/fnv";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { drivers } from "@/lib/model/ranges/drivers";
import { templates } from "@/lib/model/templates";
import { noTemplate } from "./no-template";
import { type TemplateAnswer, templateAnswer } from "./template-answer";
import stored from "./template-answers.json" with { type: "json" };

/** What each starting point answers, by its key; worked out by `npm run docs`, since trials of all take most of a minute. */
export const templateAnswers = stored.answers as unknown as Readonly<Record<string, TemplateAnswer>>;

/** The figures of each starting point that is offered with its answer, by its key. */
export const startingPoints = Object.fromEntries([
  [noTemplate, {}],
  ...templates.map(({ key, inputs }) => [key, inputs] as const),
]);

/** Changes with all that trials are drawn by and the base run does not rest on. */
export function drawnBy(): number {
  return fnv(JSON.stringify([declaredRanges, drivers, unchosenSettings]));
}

/** Of each figure so many digits are stored: more than a card shows. */
const digits = 6;

/** The text of template-answers.json. */
export function templateAnswersText(): string {
  const answers = Object.entries(startingPoints).map(([key, inputs]) => [key, templateAnswer(inputs)]);
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;
  return `${JSON.stringify({ drawnBy: drawnBy(), answers: Object.fromEntries(answers) }, rounded, 2)}\n`;
}
