import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import type { KindInput } from "../rows/own-rows";
import type { DeclaredRows } from "../rows/row-terms";

/** Section 23: participants of several kinds. Each product is averaged as a whole, not factor by factor. */

type Figure = (key: KindInput) => Node;

/** @param key what the quantity of the mean is called: one key, one mean */
type Mean = (key: string, label: string, unit: string, of: (figure: Figure) => Node) => Node;

export interface Participants {
  /** Whether there are kinds; without any, a mean is the formula of the inputs itself. */
  readonly hasKinds: boolean;
  /** A product's mean over kinds, weighted by their share. */
  readonly mean: Mean;
  /** The same, weighted by the storage that they offer: pieces lie on kinds in that proportion. */
  readonly meanOfStored: Mean;
}

export function participantsOf({ participantKinds, term }: DeclaredRows): Participants {
  if (participantKinds.length === 0) {
    const same: Mean = (_key, _label, _unit, of) => of((key) => nodeOf(input[key]));
    return { hasKinds: false, mean: same, meanOfStored: same };
  }
  const figureOfKind = (place: number): Figure => {
    return (key) => {
      const { dimension, unit } = input[key];
      const isStated = participantKinds[place]?.[key] !== undefined;
      return nodeOf(isStated ? term("participantKinds", place, key, dimension ?? unit) : input[key]);
    };
  };
  const weighted = (of: (figure: Figure) => Node) =>
    sumOf(
      participantKinds.map(
        (_, place) => formula`${term("participantKinds", place, "share", "share")} * ${of(figureOfKind(place))}`,
      ),
    );
  const declared = new Map<string, Node>();
  const declare = (key: string, label: string, unit: string, is: () => Node) => {
    const known = declared.get(key);
    if (known) return known;
    const made = quantity({
      key: `participants.${key}`,
      label,
      unit,
      is: is(),
      source: "infrastructure.md section 23",
    });
    declared.set(key, nodeOf(made));
    return nodeOf(made);
  };
  const mean: Mean = (key, label, unit, of) => declare(key, `${label}, over all kinds`, unit, () => weighted(of));
  return {
    hasKinds: true,
    mean,
    meanOfStored: (key, label, unit, of) => {
      const storage = mean("storage", "Storage that a peer offers", "TB/peer", (figure) => figure("peerStorageTB"));
      const is = () =>
        formula`${weighted((figure) => formula`${figure("peerStorageTB")} * ${of(figure)}`)} / ${storage}`;
      return declare(key, `${label}, by where pieces lie`, unit, is);
    },
  };
}
