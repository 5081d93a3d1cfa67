import { answerNewest } from "@/app/_components/worker/answer-newest";
import { type Chances, chancesOver } from "@/lib/analysis/frontier/chances";
import { type FrontierMap, frontierMap } from "@/lib/analysis/frontier/map";
import type { Architecture } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import type { DecisionQuestion } from "./question";

export interface FrontierQuestion extends DecisionQuestion {
  readonly keys: readonly [InputKey, InputKey];
  readonly architecture: Architecture;
}

export type FrontierReply =
  | { readonly kind: "map"; readonly map: FrontierMap | null }
  | { readonly kind: "chances"; readonly chances: Chances };

answerNewest<FrontierQuestion, FrontierReply>(async ({ asked, keys, architecture }, { reply, follow }) => {
  if (asked === null) return;
  const { rate, ...rest } = asked;
  const request = { ...rest, declared: declaredAt(rate) };
  const map = await follow(frontierMap(request, keys));
  reply({ kind: "map", map });
  if (map === null) return;
  await follow(chancesOver(request, keys, architecture, (chances) => reply({ kind: "chances", chances })));
});
