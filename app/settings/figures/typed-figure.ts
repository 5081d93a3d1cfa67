import { readText } from "@/app/_components/inputs/input-text";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import { type FieldError, refused } from "@/lib/outcome";

const figures = ["value", "low", "high"] as const;
const texts = ["evidence", "source", "owner", "validFrom", "reviewBy", "note"] as const;

/** A field of the form of a figure. */
export type TypedField = (typeof figures | typeof texts)[number];

/** What the fields state; figures as people type them. */
export function readTypedFigure(declared: InputDeclaration, field: (name: TypedField) => string, currency: string) {
  const faults: FieldError[] = [];
  const stated: Record<string, unknown> = {};
  if (declared.format === "choice") stated.value = field("value");
  else if (declared.format === "yesNo") stated.value = Number(field("value"));
  else
    for (const key of figures) {
      const typed = field(key);
      if (typed.trim() === "" && key !== "value") continue;
      const label = key === "value" ? declared.label : `${key === "low" ? "Low" : "High"} of ${declared.label}`;
      // Ends of a whole figure may lie between.
      const read = readText({ ...declared, label, integer: declared.integer && key === "value" }, typed, currency);
      if (read.ok) stated[key] = read.value;
      else faults.push(...refused(key, read.message).faults);
    }
  for (const key of texts) if (field(key).trim() !== "") stated[key] = field(key);
  return { stated, faults };
}
