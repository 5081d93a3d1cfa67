import type { DecisionSettings } from "@/lib/draft/decision";
import { architectures } from "@/lib/model/architectures";
import { nameText, text } from "./text";
import { z } from "./zod";

const mostCriteria = 40;
const longestText = 500;
/** All settings together, bytes of UTF-8; the table has room for their numbers written out. */
const mostBytes = 150_000;

const key = text("The key of a criterion").regex(/^[a-zA-Z]{1,40}$|^own:[a-z0-9-]{1,40}$/, "This names no criterion.");
const figure = z.number({ error: "An end must be a number." });
const sentence = (what: string) =>
  text(what).max(longestText, `${what} may have ${longestText} characters. Shorten it.`);
const swing = z
  .number({ error: "A weight must be a number." })
  .min(0, "A weight must be between 0 and 100.")
  .max(100, "A weight must be between 0 and 100.");

/** Swing weights by the key of their criterion. */
export const swingsSchema = z
  .record(key, swing)
  .refine((swings) => Object.keys(swings).length <= mostCriteria, `There can be ${mostCriteria} weights at most.`);

const levelSchema = z.strictObject({
  level: z
    .number({ error: "A level must be a number." })
    .min(0, "A level must be between 0 and 10.")
    .max(10, "A level must be between 0 and 10."),
  reason: sentence("A reason"),
});

const distinct = (list: readonly { readonly key: string }[]) =>
  new Set(list.map((each) => each.key)).size === list.length;

export const decisionSchema: z.ZodType<DecisionSettings> = z.strictObject({
  currencyRate: z.number().positive(),
  criteria: z
    .array(
      z
        .strictObject({ key, worst: figure, best: figure })
        .refine(({ worst, best }) => worst !== best, "The worst and the best must differ."),
    )
    .max(mostCriteria)
    .refine(distinct, "A criterion stands there twice."),
  own: z
    .array(
      z.strictObject({
        key: text("The key of a criterion").regex(/^own:[a-z0-9-]{1,40}$/, "This names no criterion of a team's own."),
        name: nameText("The name of a criterion", 100),
        about: sentence("What 0, 5 and 10 mean"),
      }),
    )
    .max(20, "There can be 20 criteria of your own at most.")
    .refine(distinct, "A criterion stands there twice."),
  levels: z.record(key, z.partialRecord(z.enum(architectures), levelSchema)),
  swings: swingsSchema,
}) as z.ZodType<DecisionSettings>;

/** As they come in: there is room for them. */
export const sentDecisionSchema = decisionSchema.refine(
  (settings) => new TextEncoder().encode(JSON.stringify(settings)).length <= mostBytes,
  `All that is written of the criteria may take ${mostBytes / 1000} kB. Shorten the reasons.`,
);
