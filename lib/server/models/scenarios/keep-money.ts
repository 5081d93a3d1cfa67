import "server-only";
import type { ModelDraft } from "@/lib/draft/model";
import { checkScenarioInputs } from "@/lib/draft/scenario/scenario";
import { type ScenarioRows, scaleScenarioRows } from "@/lib/draft/scenario/scenario-rows";
import { scaleMoney } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import type { FieldError, Outcome } from "@/lib/outcome";
import { checkScenarioRows } from "@/lib/schemas/rows/check-scenario-rows";
import type { EditAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { takeTurns } from "@/lib/server/runtime/take-turns";
import type { Prisma } from "@/prisma/generated/client";
import { type OfModel, readScenarios } from "./scenario-row";

/** A scenario as it is to be after its model's currency was changed and the figures were kept, or after its model moved to another version. */
interface KeptScenario {
  id: string;
  revision: number;
  inputs: Partial<Inputs>;
  rows: ScenarioRows;
}

/** Someone changed a scenario between its reading and its writing: what was to be written with it must be rolled back. */
export class ScenarioChanged extends Error {}

/**
 * What a model's scenarios hold once its currency has changed, where the person chose that figures stay as they were typed, or once it
 * has moved to another version, whose bounds they must keep. Each is taken as it is shown at the model's rate and version of before,
 * whatever rate it was typed at. Nothing is written.
 *
 * @param before what one US dollar was in the model's currency until now, and the version that the model kept to
 * @param version the one that it keeps to from now on
 * @param kept the part of the change over which figures stay: the new rate over the old one where that was the only answer given
 */
export async function keptScenarios(
  tx: ScopedTransaction,
  access: EditAccess,
  { before, kept, draft, version }: { before: OfModel; kept: number; draft: ModelDraft; version: number },
): Promise<Outcome<{ scenarios: KeptScenario[] }>> {
  const { currencyRate: to, currency } = draft;
  const ratio = to / before.currencyRate / kept;
  const isWhole = Math.abs(ratio - 1) < 1e-12;
  const scenarios: KeptScenario[] = [];
  const faults: FieldError[] = [];
  for (const { id, name, revision, inputs: shown, rows: shownRows = {} } of await readScenarios(tx, access, before)) {
    await takeTurns();
    const inputs = isWhole ? shown : scaleMoney(shown, ratio);
    const rows = isWhole ? shownRows : scaleScenarioRows(shownRows, ratio);
    const declared = declaredOf(version, to);
    const checked = [
      checkScenarioInputs(inputs, to, currency, declared),
      checkScenarioRows(rows, { currency, declared }),
    ];
    const wrong = checked.flatMap((part) => (part.ok ? [] : part.faults));
    if (wrong.length === 0) scenarios.push({ id, revision, inputs, rows });
    else {
      const what = wrong.map(({ message }) => message).join(" ");
      const way =
        version === before.modelVersion ? "Change them there first, or convert the money." : "Change them there first.";
      const message = `Scenario “${name}” cannot keep its figures: ${what} ${way}`;
      faults.push({ key: `scenario ${id}`, message });
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scenarios };
}

/** @throws ScenarioChanged where someone has changed one of them since */
export async function writeKeptScenarios(
  tx: ScopedTransaction,
  { user, modelId, organisationId }: EditAccess,
  scenarios: readonly KeptScenario[],
  { currencyRate }: ModelDraft,
  changedAt: Date,
): Promise<void> {
  for (const { id, revision, inputs, rows } of scenarios) {
    const { count } = await tx.scenario.updateMany({
      where: { id, modelId, organisationId, revision },
      data: {
        inputs: inputs as Prisma.InputJsonObject,
        rows: rows as Prisma.InputJsonObject,
        currencyRate,
        revision: revision + 1,
        changedById: user.id,
        changedAt,
      },
    });
    if (count === 0) throw new ScenarioChanged();
  }
}
