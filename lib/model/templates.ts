import { archiveStorage } from "./templates/archive-storage";
import { cloudExit } from "./templates/cloud-exit";
import type { Template } from "./templates/declaration";
import { eCommerce } from "./templates/e-commerce";
import { farmManagement } from "./templates/farm-management";
import { fileSharing } from "./templates/file-sharing";
import { gamePatches } from "./templates/game-patches";
import { globalFinance } from "./templates/global-finance";
import { renewableFleet } from "./templates/renewable-fleet";
import { replicatedLedger } from "./templates/replicated-ledger";
import { retailChain } from "./templates/retail-chain";
import { videoStreaming } from "./templates/video-streaming";
import { volunteerComputing } from "./templates/volunteer-computing";
import { workedExampleOf } from "./worked-examples";

/** The starting points, in the order in which they are offered. */
export const templates: readonly Template[] = [
  gamePatches,
  eCommerce,
  renewableFleet,
  farmManagement,
  retailChain,
  globalFinance,
  fileSharing,
  replicatedLedger,
  archiveStorage,
  videoStreaming,
  volunteerComputing,
  cloudExit,
];

/** A starting point by its key, the published tables included. */
export function templateOf(key: string): Template | undefined {
  return templates.find((template) => template.key === key) ?? workedExampleOf(key);
}
