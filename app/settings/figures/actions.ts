"use server";

import { z } from "zod";
import { lineTables } from "@/lib/model/rows/line-tables";
import {
  figureCurrencySchema,
  figureKeySchema,
  lineKeySchema,
  lineTableSchema,
  statedFigureSchema,
  statedLineSchema,
} from "@/lib/schemas/organisation-figures";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { forgetColumns, forgottenColumnsSchema } from "@/lib/server/columns/forget-columns";
import { changeFigureCurrency } from "@/lib/server/figures/change-currency";
import { changeFigure, removeFigure, stateFigures } from "@/lib/server/figures/change-figure";
import { changeLine, stateLines } from "@/lib/server/figures/change-line";
import { listFigureRevisions, restoreFigure } from "@/lib/server/figures/figure-history";
import { countChanges } from "@/lib/server/figures/get-figures";
import { action } from "@/lib/server/http/action";

const id = z.uuid("The page is out of date. Reload it.");
const revision = revisionNumber(0);
const change = z.strictObject({ key: figureKeySchema, revision, stated: statedFigureSchema });
const line = z.strictObject({ table: lineTableSchema, key: lineKeySchema, revision, stated: statedLineSchema });

/** States a figure for an input, or changes it. */
export const changeFigureAction = action(
  { name: "changeFigureAction", requires: "organisation:manage", input: z.tuple([id, change]) },
  async ({ input: [, { key, ...given }], access, origin }) => changeFigure(access, key, given, origin),
);

/** States what a file of figures would change: all of it or nothing. */
export const importFiguresAction = action(
  { name: "importFiguresAction", requires: "organisation:manage", input: z.tuple([id, z.array(change).max(500)]) },
  async ({ input: [, changes], access, origin }) => stateFigures(access, changes, origin),
);

export const removeFigureAction = action(
  {
    name: "removeFigureAction",
    requires: "organisation:manage",
    input: z.tuple([id, z.strictObject({ part: z.enum(["inputs", ...lineTables]), key: lineKeySchema, revision })]),
  },
  async ({ input: [, given], access, origin }) => removeFigure(access, given, origin),
);

export const restoreFigureAction = action(
  {
    name: "restoreFigureAction",
    requires: "organisation:manage",
    input: z.tuple([id, z.strictObject({ id: z.uuid(), revision, number: revisionNumber() })]),
  },
  async ({ input: [, given], access, origin }) => restoreFigure(access, given, origin),
);

/** What was changed of one figure, the newest first. */
export const listFigureRevisionsAction = action(
  { name: "listFigureRevisionsAction", requires: "organisation:view", input: z.tuple([id, z.uuid()]) },
  async ({ input: [, figureId], access }) => ({
    ok: true as const,
    revisions: await listFigureRevisions(access, figureId),
  }),
);

/** How many changes of figures and lines there have been. */
export const countFigureChangesAction = action(
  { name: "countFigureChangesAction", requires: "organisation:view", input: z.tuple([id]) },
  async ({ access }) => ({ ok: true as const, changes: await countChanges(access) }),
);

/** Adds a usual line, or changes it. */
export const changeLineAction = action(
  { name: "changeLineAction", requires: "organisation:manage", input: z.tuple([id, line]) },
  async ({ input: [, given], access, origin }) => changeLine(access, given, origin),
);

/** Adds or changes what a file of lines would: all of it or nothing. */
export const importLinesAction = action(
  { name: "importLinesAction", requires: "organisation:manage", input: z.tuple([id, z.array(line).max(500)]) },
  async ({ input: [, lines], access, origin }) => stateLines(access, lines, origin),
);

export const changeFigureCurrencyAction = action(
  {
    name: "changeFigureCurrencyAction",
    requires: "organisation:manage",
    input: z.tuple([id, z.strictObject({ revision, currency: figureCurrencySchema })]),
  },
  async ({ input: [, given], access, origin }) => changeFigureCurrency(access, given, origin),
);

/** Forgets what columns of pasted tables are read as. */
export const forgetColumnsAction = action(
  { name: "forgetColumnsAction", requires: "organisation:manage", input: z.tuple([id, forgottenColumnsSchema]) },
  async ({ input: [, given], access, origin }) => forgetColumns(access, given, origin),
);
