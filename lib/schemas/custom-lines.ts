import { type Checked, shown } from "@/lib/draft/inputs";
import { checkLineRanges } from "@/lib/draft/ranges";
import { type Architecture, architectures, categories } from "@/lib/model/architectures";
import { type CustomLine, customLineKinds, mostCustomLines } from "@/lib/model/custom-lines";
import { nameText, text } from "./text";
import { z } from "./zod";

const said = (what: string) => (issue: { input?: unknown }) => `${what}; ${shown(issue.input)}.`;
const lineCategories = categories.filter(
  (category): category is CustomLine["category"] => category !== "transition" && category !== "contingency",
);
const wholeMonth = (label: string) =>
  z
    .number({ error: said(`${label} must be a whole number of months`) })
    .refine(Number.isInteger, { error: said(`${label} must be a whole number of months`) });

/** One own line (model.md section 10). */
export const customLineSchema = z.strictObject({
  id: text("Id")
    .regex(/^[\w-]{1,60}$/, "Id must be 1 to 60 letters, digits, - or _.")
    .optional(),
  label: nameText("Label", 200),
  category: z.enum(lineCategories as [CustomLine["category"], ...CustomLine["category"][]], {
    error: said(`Category must be one of ${lineCategories.join(", ")}`),
  }),
  architectures: z
    .array(z.enum(architectures, { error: said(`Architecture must be one of ${architectures.join(", ")}`) }), {
      error: "Architectures must be a list.",
    })
    .min(1, "Name at least one architecture.")
    .refine((list: Architecture[]) => new Set(list).size === list.length, { error: "Name each architecture once." }),
  kind: z.enum(customLineKinds, { error: said(`Kind must be one of ${customLineKinds.join(", ")}`) }),
  amount: z.number({ error: said("Amount must be a number") }),
  low: z
    .number({ error: said("Low must be a number") })
    .optional()
    .meta({ description: "One time in ten the amount is lower. At most the amount, which it is where left out." }),
  high: z
    .number({ error: said("High must be a number") })
    .optional()
    .meta({ description: "One time in ten the amount is higher. At least the amount, which it is where left out." }),
  fromMonth: wholeMonth("First month").optional(),
  toMonth: wholeMonth("Last month").optional(),
  escalation: z
    .number({ error: said("Escalation must be a number above -1") })
    .gt(-1, { error: said("Escalation must be above -1") })
    .optional(),
});

/** Checks own lines, all of them. Keys of faults name the line by its place: "customLines.3.amount". */
export function checkCustomLines(lines: unknown): Checked<CustomLine[], "customLines"> {
  const parsed = z
    .array(customLineSchema, { error: "Own lines must be a list." })
    .max(mostCustomLines, `A model has at most ${mostCustomLines} own lines. Remove some, or join them.`)
    .refine(
      (lines) => {
        const ids = lines.flatMap(({ id }) => id ?? []);
        return new Set(ids).size === ids.length;
      },
      { error: "Two own lines have the same id. Leave the ids out of new lines." },
    )
    .safeParse(lines);
  if (parsed.success) {
    const customLines = parsed.data as CustomLine[];
    const faults = checkLineRanges(customLines);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, customLines };
  }
  return {
    ok: false,
    faults: parsed.error.issues.flatMap((issue) => {
      const place = typeof issue.path[0] === "number" ? `Own line ${issue.path[0] + 1}: ` : "";
      const key = ["customLines", ...issue.path].join(".");
      return issue.code === "unrecognized_keys"
        ? issue.keys.map((name) => ({
            key: `${key}.${name}`,
            message: `${place}there is no field "${name.slice(0, 60)}".`,
          }))
        : [{ key, message: place + issue.message }];
    }),
  };
}
