import type { ModelDraft } from "@/lib/draft/model";
import type { DriverStrengths, UncertaintySettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import type { Reader } from "./reader";

/** How trials are drawn, as the file says; what it does not name stays as it is in the draft. Words and bounds are checked with the draft. */
export function readSettings(reader: Reader, base: ModelDraft): UncertaintySettings {
  const drivers: Record<string, string | undefined> = { ...base.drivers };
  for (const [key, strength] of reader.drivers) {
    if (strength === "") delete drivers[key];
    else drivers[key] = strength;
  }
  const { trials = base.trials, seed = base.seed } = reader;
  return { drivers: drivers as DriverStrengths, trials, seed };
}
