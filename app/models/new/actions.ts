"use server";

import { z } from "zod";
import type { ReadFigures } from "@/lib/draft/model";
import { longestFile } from "@/lib/import/csv-table";
import { templateOf } from "@/lib/model/templates";
import { refused } from "@/lib/outcome";
import { checkStartingAnswers } from "@/lib/schemas/starting-answers";
import { text } from "@/lib/schemas/text";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readFigures } from "@/lib/server/files/read-figures";
import { action } from "@/lib/server/http/action";
import { type CreateOutcome, createModel } from "@/lib/server/models/create-model";
import { importModel } from "@/lib/server/models/import-model";
import { newDraft, typedOver } from "@/lib/server/models/new-draft";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";

export const createModelAction = action(
  {
    name: "createModelAction",
    requires: "user",
    input: z.tuple([
      z.strictObject({
        name: z.unknown(),
        templateKey: text("Template").max(100).nullable(),
        /** In place of the template's own; checked as all figures are. */
        inputs: z.unknown().optional(),
        /** To the first questions. */
        answers: z.unknown().optional(),
      }),
    ]),
  },
  async ({ input: [{ name, templateKey, inputs, answers }], user, origin }): Promise<CreateOutcome> => {
    const answered = answers === undefined ? null : checkStartingAnswers(answers);
    if (answered?.ok === false) return { ok: false, faults: answered.faults };
    const checked = newDraft(templateKey, { name, ...(inputs !== undefined && { inputs }) });
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const access = await currentOrganisation(user);
    if (!access) return refused("form", noOrganisation);
    const typed = typedOver(templateKey, inputs === undefined ? {} : checked.draft.inputs);
    return createModel(access, checked.draft, templateKey, origin, { typed, answers: answered?.answers });
  },
);

const csv = text("The file").max(longestFile);

/** A file of figures as a model that is yet to be made. */
async function readNew(user: AuthenticatedUser, text: string, name: string): Promise<ReadFigures> {
  // A draft must have a name to be checked; the file's own stands only where none was typed.
  const blank = newDraft(null, { name: name || "-" });
  if (!blank.ok) return { ok: false, faults: blank.faults };
  const read = await readFigures(user, text, { ...blank.draft, name: name && blank.draft.name }, { isNew: true });
  // A template that this site does not have leaves no trace; the figures are all in the file.
  return read.ok && read.templateKey !== null && !templateOf(read.templateKey) ? { ...read, templateKey: null } : read;
}

/** What a file of figures holds; nothing is made of it yet. */
export const readNewFiguresAction = action(
  {
    name: "readNewFiguresAction",
    requires: "user",
    input: z.tuple([csv]),
  },
  async ({ input: [text], user }) => readNew(user, text, ""),
);

/** Makes a model of a file of figures, all of it or nothing. */
export const importModelAction = action(
  {
    name: "importModelAction",
    requires: "user",
    input: z.tuple([z.strictObject({ name: text("Name"), csv })]),
  },
  async ({ input: [given], user, origin }): Promise<CreateOutcome> => {
    const read = await readNew(user, given.csv, given.name.trim());
    if (!read.ok) return { ok: false, faults: read.faults };
    const access = await currentOrganisation(user);
    if (!access) return refused("form", noOrganisation);
    return importModel(access, read, origin);
  },
);
