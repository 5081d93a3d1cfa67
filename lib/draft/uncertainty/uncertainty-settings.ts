import { type DriverKey, type DriverStrength, drivers } from "@/lib/model/ranges/drivers";

/** Strengths of drivers, of those that have another than the declared one. */
export type DriverStrengths = Partial<Record<DriverKey, DriverStrength>>;

/** How the trials of a model are drawn (uncertainty.md section 16). */
export interface UncertaintySettings {
  drivers: DriverStrengths;
  /** One of `trialCounts`. */
  trials: number;
  /** 0 to `largestSeed`. */
  seed: number;
}

export const trialCounts = [1_000, 10_000, 100_000] as const;
export const largestSeed = 2 ** 32 - 1;

/** What holds where nothing was chosen. */
export const unchosenSettings: UncertaintySettings = { drivers: {}, trials: 10_000, seed: 1 };

/** The strengths that differ from the declared ones. */
export function chosenStrengths(strengths: DriverStrengths): DriverStrengths {
  return Object.fromEntries(
    Object.entries(strengths).filter(([key, strength]) => strength !== drivers[key as DriverKey].strength),
  );
}

/** What was chosen, without what would hold anyway. */
export function chosenSettings({
  drivers: strengths,
  trials,
  seed,
}: UncertaintySettings): Partial<UncertaintySettings> {
  const chosen = chosenStrengths(strengths);
  return {
    ...(Object.keys(chosen).length > 0 && { drivers: chosen }),
    ...(trials !== unchosenSettings.trials && { trials }),
    ...(seed !== unchosenSettings.seed && { seed }),
  };
}
