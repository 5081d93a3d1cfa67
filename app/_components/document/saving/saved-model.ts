import {
  checkBy,
  draftOf,
  modelKind,
  type OpenModel,
  openModel,
  type SentDraft,
} from "@/app/_components/document/model-kind";
import { OpenDocument } from "@/app/_components/document/open-document";
import type { CostModelFull } from "@/lib/draft/model";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { modelVersion } from "@/lib/model/version";
import { rememberSaved } from "./newest-known";
import { refusedWhereGone } from "./refused-where-gone";

export type SaveModel = (
  id: string,
  change: { revision: number; draft: SentDraft; kept?: number; version: number },
) => Promise<SaveOutcome<CostModelFull>>;

/** A model that is open on its page, and saved by `save`. */
export function savedModel(model: CostModelFull, save: SaveModel): OpenDocument<OpenModel, CostModelFull> {
  return new OpenDocument<OpenModel, CostModelFull>({
    kind: modelKind(checkBy(model.released)),
    stored: model,
    draftOf: (stored, base) => openModel(stored, base?.kept),
    save: (revision, mine, base) => {
      const kept = mine.kept / base.kept;
      const change = { revision, draft: draftOf(mine), version: modelVersion, ...(kept !== 1 && { kept }) };
      return save(model.id, change).catch(refusedWhereGone);
    },
    onSaved: (draft, stored) => rememberSaved({ ...model, ...draftOf(draft), ...stored }),
    onTheirs: rememberSaved,
  });
}
