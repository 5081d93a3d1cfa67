import "server-only";
import { Readable } from "node:stream";
import yazl from "yazl";
import { recordFile } from "@/lib/decision/record-file";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import { csvLines } from "@/lib/export/csv";
import { figuresCsv } from "@/lib/export/figures-csv";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { projectionCsv } from "@/lib/export/projection-csv";
import { usualLinesCsv } from "@/lib/export/usual-lines-csv";
import { yearsCsv } from "@/lib/export/years-csv";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { authorizeModel } from "@/lib/server/access/model";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { auditCsv } from "@/lib/server/audit/audit-csv";
import { listComments } from "@/lib/server/comments/list-comments";
import { loadDecision } from "@/lib/server/decision/stored-decision";
import { recordedDecision } from "@/lib/server/decisions/get-decision";
import { presentSigningKey } from "@/lib/server/decisions/signing-keys";
import { loadBook } from "@/lib/server/figures/get-figures";
import { getCsvFormat } from "@/lib/server/people/csv-format";
import { logger } from "@/lib/server/runtime/logger";
import { inScope } from "@/lib/server/runtime/scope";
import { inTurns } from "@/lib/server/runtime/take-turns";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { textCell } from "@/lib/text/csv-cell";
import type { CsvFormat } from "@/lib/value/csv-format";
import { tidyName } from "./attachment";
import { evaluated } from "./evaluated-model";
import { modelJson } from "./model-json";
import { tableJson, tenantTables } from "./sql";

const readme = `Everything that Peerbalance holds of this organisation.

organisation.json   its name and its people
audit.csv           who did what, newest first
figures.csv         the organisation's figures, to be imported again
usual-lines.csv     its usual lines, to be imported again
models/             a folder for each model, named after it:
  model.json        its figures, scenarios and their results; importing it makes an equal model, and “Export” of that its workbook and its report
  inputs.csv        its figures, to be imported again or read in a spreadsheet
  years.csv         costs by year; projection.csv has them by month
  criteria.json     what its decision compares: criteria, ends, judged levels, weights of the group and of each person
  comments.json     what people wrote
  decision-1.json   the record of a decision, as /verify checks it; and so on
tables/             every row of every table, as JSON; hashes of secrets are left out

Files were read one after the other, while people may have gone on working. Workbooks and reports are not among them: each takes a second or two, and
would keep an organisation of many models waiting for an hour.
`;

type Pieces = Iterable<string> | AsyncIterable<string>;

/** A ZIP of all that belongs to an organisation, written as it is read; where something fails, the download breaks off and is no ZIP. */
export async function everythingZip(
  access: OrganisationManageAccess,
  _confirmation: Confirmation,
): Promise<ReadableStream> {
  const zip = new yazl.ZipFile();
  const add = (path: string, pieces: () => Pieces) =>
    zip.addReadStreamLazy(path, (deliver) => deliver(null, Readable.from(inTurns(pieces()), { objectMode: false })));
  const tables = await tenantTables(access);
  const models = await listAll(access);
  const decided = await decisionNumbers(access);
  const format = await getCsvFormat(access.user);

  add("README.txt", () => [readme]);
  add("organisation.json", () => organisationJson(access));
  add("audit.csv", () => auditCsv(access, readAuditListing({}), format));
  add("figures.csv", () => ofBook(access, ({ figures }) => figuresCsv(figures, format)));
  add("usual-lines.csv", () => ofBook(access, ({ lines }) => usualLinesCsv(lines, format)));
  for (const { id, name } of models) {
    // Two models may have one name, and what differs in capitals is one file to some systems.
    const folder = `models/${[tidyName(name), id.slice(0, 8)].filter((part) => part !== "").join(" ")}`;
    const pieces = modelFiles(access, id, format);
    for (const file of modelFileNames) add(`${folder}/${file}`, () => pieces(file));
    for (const number of decided.get(id) ?? []) {
      add(`${folder}/decision-${number}.json`, () => recordOf(access, id, number));
    }
  }
  for (const table of tables) add(`tables/${table.name}.json`, () => tableJson(access, table));
  zip.end();

  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => {
    logger.error({ err: error }, "an export of everything broke off");
    output.destroy(error);
  });
  return Readable.toWeb(output) as ReadableStream;
}

async function* ofBook(
  access: OrganisationManageAccess,
  written: (book: FigureBook) => string,
): AsyncGenerator<string> {
  yield written(await loadBook(access));
}

async function listAll({ scope, organisationId }: OrganisationManageAccess): Promise<{ id: string; name: string }[]> {
  return inScope(scope, (tx) =>
    tx.costModel.findMany({
      where: { organisationId, deletedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}

/** The numbers of decisions, by their model. */
async function decisionNumbers({ scope, organisationId }: OrganisationManageAccess): Promise<Map<string, number[]>> {
  const rows = await inScope(scope, (tx) =>
    tx.decision.findMany({
      where: { organisationId },
      orderBy: { number: "asc" },
      select: { modelId: true, number: true },
    }),
  );
  const numbers = new Map<string, number[]>();
  for (const { modelId, number } of rows) numbers.set(modelId, [...(numbers.get(modelId) ?? []), number]);
  return numbers;
}

async function* recordOf(
  { user, organisationId }: OrganisationManageAccess,
  id: string,
  number: number,
): AsyncGenerator<string> {
  const model = await authorizeModel(user, id, "view", organisationId);
  const recorded = model === null || model === "refused" ? null : await recordedDecision(model, number);
  // Deleted since the list was read.
  if (recorded !== null) yield await recordFile(recorded, await presentSigningKey());
}

async function* organisationJson({ scope, organisationId }: OrganisationManageAccess): AsyncGenerator<string> {
  const organisation = await inScope(scope, (tx) =>
    tx.organisation.findFirstOrThrow({
      where: { id: organisationId },
      select: {
        id: true,
        name: true,
        createdAt: true,
        memberships: {
          where: { organisationId },
          orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
          select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
        },
      },
    }),
  );
  yield asJson(organisation);
}

/** In the order in which they are written. */
const modelFileNames = [
  "model.json",
  "inputs.csv",
  "years.csv",
  "projection.csv",
  "criteria.json",
  "comments.json",
] as const;

/** The files of one model; it is read when the first of them is written, and let go with the last. */
function modelFiles({ user, organisationId }: OrganisationManageAccess, id: string, format: CsvFormat) {
  let reading: ReturnType<typeof read> | undefined;
  async function read() {
    const access = await authorizeModel(user, id, "view", organisationId);
    const found = access === null || access === "refused" ? null : await loadScenarios(access);
    if (access === null || access === "refused" || found === null) return null;
    return { ...found, access, outcome: await evaluated(found.model, found.scenarios) };
  }
  return async function* pieces(file: (typeof modelFileNames)[number]): AsyncGenerator<string> {
    reading ??= read();
    const found = await reading;
    if (file === modelFileNames.at(-1)) reading = Promise.resolve(null);
    // Deleted since the list was read.
    if (found === null) return;
    const { model, scenarios, access: proof, outcome } = found;
    if (file === "model.json") yield* modelJson(model, scenarios, outcome.ok ? outcome.exported.scenarios : []);
    else if (file === "inputs.csv") yield* inputsCsv(model, format);
    else if (file === "criteria.json") yield asJson(await loadDecision(proof));
    else if (file === "comments.json") {
      const { threads, names } = await listComments(proof);
      yield asJson({ threads, names });
    }
    // A model whose figures no longer fit together is exported all the same; its file says why it has no costs.
    else if (!outcome.ok) {
      const why = outcome.faults.map(({ message }) => message).join(" ");
      yield csvLines([[textCell(`This model cannot be evaluated: ${why}`)]], format);
    } else
      yield* file === "years.csv"
        ? yearsCsv(outcome.exported, "year", format)
        : projectionCsv(outcome.exported, format);
  };
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
