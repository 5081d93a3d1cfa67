import type { Checked } from "@/lib/draft/inputs";
import {
  largestSeed,
  trialCounts,
  type UncertaintySettings,
  unchosenSettings,
} from "@/lib/draft/uncertainty/uncertainty-settings";
import { type DriverKey, driverKeys, driverStrengths } from "@/lib/model/ranges/drivers";
import type { FieldError } from "@/lib/outcome";
import { formatWhole } from "@/lib/value/format";
import { z } from "./zod";

const strengths = Object.keys(driverStrengths) as (keyof typeof driverStrengths)[];
const trialsMessage = `Trials must be one of ${trialCounts.map(formatWhole).join(", ")}.`;
export const seedMessage = `Seed must be a whole number from 0 to ${formatWhole(largestSeed)}.`;

const driver = z.enum(driverKeys as [DriverKey, ...DriverKey[]]);
const strength = z.enum(strengths as [(typeof strengths)[number], ...(typeof strengths)[number][]], {
  error: `The strength of a driver must be one of ${strengths.join(", ")}.`,
});

export const driversSchema = z
  .partialRecord(driver, strength, { error: "Strengths of drivers must be given by the names of drivers." })
  .meta({
    id: "Drivers",
    description:
      "How strongly the inputs of a driver move together, of those drivers that have another strength than usual.",
  });

export const seedSchema = z
  .number({ error: seedMessage })
  .int(seedMessage)
  .gte(0, seedMessage)
  .lte(largestSeed, seedMessage)
  .meta({ description: "The same seed draws the same trials." });

/** How the trials of a model are drawn; what was made before there were trials carries none of it. */
export const settingsShape = {
  drivers: driversSchema.default(unchosenSettings.drivers),
  trials: z
    .literal([...trialCounts], { error: trialsMessage })
    .default(10_000)
    .meta({ description: "How many trials the pages of the model run." }),
  seed: seedSchema.default(unchosenSettings.seed),
};

/** What is wrong with the name of a driver that there is not. */
export function unknownDriverFault(issue: z.core.$ZodIssue): FieldError | undefined {
  if (issue.path[0] !== "drivers" || issue.code !== "unrecognized_keys") return undefined;
  const [key = ""] = issue.keys;
  const message = `There is no driver "${key.slice(0, 60)}". The drivers are ${driverKeys.join(", ")}.`;
  return { key: `drivers.${key}`, message };
}

/** Checks stored settings; what is left out has what holds where nothing was chosen. */
export function checkSettings(given: unknown): Checked<UncertaintySettings, "settings"> {
  const parsed = z.strictObject(settingsShape).safeParse(given);
  if (parsed.success) return { ok: true, settings: parsed.data as UncertaintySettings };
  const faults = parsed.error.issues.map(({ path, message }) => ({ key: path.join(".") || "uncertainty", message }));
  return { ok: false, faults };
}
