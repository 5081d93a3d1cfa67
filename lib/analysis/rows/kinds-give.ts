import { costModel } from "@/lib/model/cost-model";
import { evaluateAside } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRows, ParticipantKind } from "@/lib/model/rows/own-rows";
import { decidingNeeds } from "./deciding-need";

/** What participants give, by the key of its mean over kinds in the model. */
const given = { storage: "storage", peak: "uplinkOnline", cap: "cap", compute: "cores" } as const;
export type Given = keyof typeof given;
export const givenNeeds = Object.keys(given) as Given[];

/** What one kind of participants gives of all that participants give. */
export interface KindGives {
  /** Of participants, 0 to 1. */
  readonly share: number;
  /** How many there are in the last month. */
  readonly peers: number;
  /** How much of the time one is there, 0 to 1. */
  readonly availability: number;
  /** Its shares of storage, of uplink as it is there on average, of monthly caps and of computing; null where nobody gives any. */
  readonly gives: Readonly<Record<Given, number | null>>;
  /** How many participants it would take in the last month if there were none of it and the others kept their proportions; null where there is no other. */
  readonly without: number | null;
}

/** What each kind of participants gives, in the order of the rows, as the model averages it (infrastructure.md section 23). */
export function kindsGive(inputs: Inputs, rows: OwnRows): KindGives[] {
  const { participantKinds: kinds } = rows;
  const peersOf = (of: readonly ParticipantKind[]) =>
    decidingNeeds(inputs, { ...rows, participantKinds: of }).at(-1)?.peers ?? 0;
  const each = kinds.map((kind) => givenBy(kind, inputs, rows));
  const all = (need: Given) => kinds.reduce((sum, { share }, place) => sum + share * (each[place]?.[need] ?? 0), 0);
  const peers = peersOf(kinds);
  return kinds.map((kind, place) => {
    const { share, peerAvailability: availability = inputs.peerAvailability } = kind;
    const others = kinds.filter((one) => one !== kind && one.share > 0);
    const left = others.reduce((sum, one) => sum + one.share, 0);
    const gives = givenNeeds.map((need) => {
      const whole = all(need);
      return [need, whole > 0 ? (share * (each[place]?.[need] ?? 0)) / whole : null];
    });
    return {
      ...{ share, peers: share * peers, availability },
      gives: Object.fromEntries(gives) as KindGives["gives"],
      without: left > 0 ? peersOf(others.map((one) => ({ ...one, share: one.share / left }))) : null,
    };
  });
}

/** What one participant of a kind gives: the means of a model that has this kind alone. */
function givenBy(kind: ParticipantKind, inputs: Inputs, rows: OwnRows): Record<Given, number> {
  const alone = { ...rows, participantKinds: [{ ...kind, share: 1 }] };
  const quantities = [...costModel(alone).program.quantities.keys()];
  const means = givenNeeds.flatMap((need) => {
    const mean = quantities.find(({ key }) => key === `participants.${given[need]}`);
    return mean === undefined ? [] : [{ need, mean }];
  });
  const evaluation = evaluateAside(
    means.map(({ mean }) => mean),
    inputs,
    alone,
  );
  return Object.fromEntries(means.map(({ need, mean }) => [need, evaluation.values(mean)[0]])) as Record<Given, number>;
}
