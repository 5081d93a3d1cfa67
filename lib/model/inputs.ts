import { bandwidth } from "./inputs/bandwidth";
import { cloud } from "./inputs/cloud";
import type { InputDeclaration, InputGroup } from "./inputs/declaration";
import { demand } from "./inputs/demand";
import { escalation } from "./inputs/escalation";
import { facility } from "./inputs/facility";
import { general } from "./inputs/general";
import { hybrid } from "./inputs/hybrid";
import { onPremises } from "./inputs/on-premises";
import { participants } from "./inputs/participants";
import { peers } from "./inputs/peers";
import { servers } from "./inputs/servers";
import { staff } from "./inputs/staff";
import { transition } from "./inputs/transition";

/** The groups in the order in which they are shown. */
export const inputGroups: readonly InputGroup[] = [
  general,
  escalation,
  demand,
  servers,
  facility,
  bandwidth,
  staff,
  onPremises,
  transition,
  cloud,
  peers,
  participants,
  hybrid,
].map((declared) => declared.group);

/** Every input by its key. */
export const input = {
  ...general.byKey,
  ...escalation.byKey,
  ...demand.byKey,
  ...servers.byKey,
  ...facility.byKey,
  ...bandwidth.byKey,
  ...staff.byKey,
  ...onPremises.byKey,
  ...transition.byKey,
  ...cloud.byKey,
  ...peers.byKey,
  ...participants.byKey,
  ...hybrid.byKey,
};

export type InputKey = keyof typeof input;

/** A complete set of values: a number for each number, a word for each choice. */
export type Inputs = { [K in InputKey]: (typeof input)[K] extends { format: "choice" } ? string : number };

/** Every input in the order in which it is shown. */
export const inputList: readonly InputDeclaration[] = inputGroups.flatMap((group) => group.inputs);

export const defaultInputs = Object.fromEntries(inputList.map(({ key, default: value }) => [key, value])) as Inputs;

export function isInputKey(key: string): key is InputKey {
  return Object.hasOwn(input, key);
}
