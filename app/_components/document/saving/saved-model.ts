import {
  checkBy,
  draftOf,
  modelKind,
  noteOf,
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
  change: { revision: number; draft: SentDraft; kept?: number; version: number; note?: string },
) => Promise<SaveOutcome<CostModelFull>>;

/** A model that is open on its page, and saved by `save`. */
export function savedModel(model: CostModelFull, save: SaveModel): OpenDocument<OpenModel, CostModelFull> {
  return new OpenDocument<OpenModel, CostModelFull>({
    kind: modelKind(checkBy(model.released)),
    stored: model,
    draftOf: (stored, base) => openModel(stored, base?.kept),
    save: (revision, mine, base) => {
      const kept = mine.kept / base.kept;
      const note = noteOf(mine, base);
      const beside = { ...(kept !== 1 && { kept }), ...(note !== undefined && { note }) };
      const change = { revision, draft: draftOf(mine), version: modelVersion, ...beside };
      return save(model.id, change).catch(refusedWhereGone);
    },
    onSaved: (draft, stored) => rememberSaved({ ...model, ...draftOf(draft), ...stored }),
    onTheirs: rememberSaved,
  });
}
