import type { Inputs } from "./inputs";
import archiveStorage from "./templates/archive-storage.json" with { type: "json" };
import cloudExit from "./templates/cloud-exit.json" with { type: "json" };
import { type Template, type TemplateBases, template } from "./templates/declaration";
import eCommerce from "./templates/e-commerce.json" with { type: "json" };
import farmManagement from "./templates/farm-management.json" with { type: "json" };
import fileSharing from "./templates/file-sharing.json" with { type: "json" };
import gamePatches from "./templates/game-patches.json" with { type: "json" };
import globalFinance from "./templates/global-finance.json" with { type: "json" };
import renewableFleet from "./templates/renewable-fleet.json" with { type: "json" };
import replicatedLedger from "./templates/replicated-ledger.json" with { type: "json" };
import retailChain from "./templates/retail-chain.json" with { type: "json" };
import videoStreaming from "./templates/video-streaming.json" with { type: "json" };
import volunteerComputing from "./templates/volunteer-computing.json" with { type: "json" };
import { workedExampleOf } from "./worked-examples";

/** The starting points, in the order in which they are offered; each a table of figures in a file of its own. */
export const templates: readonly Template[] = [
  template(gamePatches),
  template(eCommerce),
  template(renewableFleet),
  template(farmManagement),
  template(retailChain),
  template(globalFinance),
  template(fileSharing),
  template(replicatedLedger),
  template(archiveStorage),
  template(videoStreaming),
  template(volunteerComputing),
  template(cloudExit),
];

/** What a model began with: its template's own figures, in dollars, with their bases; nothing where it had none. */
export function startingFigures(templateKey: string | null): { starting: Partial<Inputs>; bases: TemplateBases } {
  const { inputs = {}, bases = {} } = (templateKey === null ? undefined : templateOf(templateKey)) ?? {};
  return { starting: inputs, bases };
}

/** A starting point by its key, the published tables included. */
export function templateOf(key: string): Template | undefined {
  return templates.find((template) => template.key === key) ?? workedExampleOf(key);
}
