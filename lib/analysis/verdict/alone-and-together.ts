import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { drivers } from "@/lib/model/ranges/drivers";
import { counted } from "@/lib/value/counted";
import { formatPercent } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { nameOfDrawnInSentence } from "./drawn-name";

type Tried = Pick<UncertaintyDocument, "base" | "inputs" | "groups" | "together" | "trials" | "kept">;

/** What inputs do only acting together is told from this share on, and from this many trials. */
const [told, enoughTrials] = [0.2, 10_000];

/** The share of the comparison's variance that an input explains while all move; null where it is no more than noise. */
export function shareTogether({ inputs, kept }: Tried, key: string): number | null {
  const share = inputs.find((one) => one.key === key)?.firstOrder ?? 0;
  return share < noise(kept) ? null : share;
}

/** uncertainty.md section 17. */
const noise = (kept: number) => 40 / kept;

/** Whether what moves the comparison most by itself also does where all inputs move at once, in words. */
export function togetherWords({ second, swings }: Pick<Sensitivity, "second" | "swings">, tried: Tried): string {
  const { rival } = tried.base;
  const against =
    rival === second
      ? ""
      : ` Trials compare with ${spoken[rival].within}, which ${spoken[rival].isPlural ? "come" : "comes"} first more often than ${spoken[second].within}.`;
  const acting =
    tried.together > told && tried.trials >= enoughTrials
      ? ` ${formatPercent(tried.together)} of the doubt comes from inputs acting together.`
      : "";
  return `${mostWords(Object.keys(swings)[0], tried)}${acting}${against}`;
}

function mostWords(alone: string | undefined, tried: Tried): string {
  const all = [
    ...tried.groups.map(({ driver, members, firstOrder }) => ({
      share: firstOrder,
      members: members as readonly string[],
      name: `${drivers[driver].label.toLowerCase()} (${counted(members.length, "input")})`,
    })),
    ...tried.inputs.map(({ key, firstOrder }) => ({
      share: firstOrder,
      members: [key],
      name: nameOfDrawnInSentence(key),
    })),
  ].filter(({ share }) => share >= noise(tried.kept));
  const [most] = all.sort((a, b) => b.share - a.share);
  if (most === undefined || alone === undefined) return "With all moving at once, no single input stands out.";
  const part = `${formatPercent(most.share)} of the doubt`;
  if (most.members.includes(alone)) return `With all moving at once, ${most.name} also moves it most: ${part}.`;
  const own = shareTogether(tried, alone);
  const other = own === null ? "too little to tell" : formatPercent(own);
  return `Alone, ${nameOfDrawnInSentence(alone)} moves it most; with all moving at once, ${most.name} does: ${part}, against ${other}.`;
}
