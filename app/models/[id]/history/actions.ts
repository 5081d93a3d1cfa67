"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { longestRevisionNote, type RestoreOutcome } from "@/lib/draft/history";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { text } from "@/lib/schemas/text";
import { restoreRevision } from "@/lib/server/history/restore-revision";
import { writeNote } from "@/lib/server/history/write-note";
import { action } from "@/lib/server/http/action";
import { countSave, savedTooOften } from "@/lib/server/models/save-limit";

export const restoreRevisionAction = action(
  {
    name: "restoreRevisionAction",
    requires: "edit",
    input: z.tuple([z.uuid(), revisionNumber()]),
  },
  async ({ input: [id, number], access, origin }): Promise<RestoreOutcome> => {
    if ((await countSave(access.user)) !== null) return savedTooOften;
    const outcome = await restoreRevision(access, number, origin);
    revalidatePath(routes.history(id));
    return outcome;
  },
);

const note = text("A note")
  .trim()
  .max(longestRevisionNote, `A note may have ${longestRevisionNote} characters. Shorten it.`);

export const writeNoteAction = action(
  {
    name: "writeNoteAction",
    requires: "edit",
    input: z.tuple([z.uuid(), revisionNumber(), note]),
  },
  async ({ input: [id, number, text], access }): Promise<Outcome> => {
    const outcome = await writeNote(access, number, text);
    revalidatePath(routes.history(id));
    return outcome;
  },
);
