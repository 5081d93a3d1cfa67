import "server-only";
import { Readable } from "node:stream";
import yazl from "yazl";
import { recordFile } from "@/lib/decision/record-file";
import { csvLines } from "@/lib/export/csv";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { projectionCsv } from "@/lib/export/projection-csv";
import { yearsCsv } from "@/lib/export/years-csv";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { authorizeModel } from "@/lib/server/access/model";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { modelResource } from "@/lib/server/api/model-resource";
import { auditCsv } from "@/lib/server/audit/audit-csv";
import { listComments } from "@/lib/server/comments/list-comments";
import { recordedDecision } from "@/lib/server/decisions/get-decision";
import { presentSigningKey } from "@/lib/server/decisions/signing-keys";
import { logger } from "@/lib/server/runtime/logger";
import { inScope } from "@/lib/server/runtime/scope";
import { inTurns } from "@/lib/server/runtime/take-turns";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { textCell } from "@/lib/text/csv-cell";
import { tidyName } from "./attachment";
import { evaluated } from "./evaluated-model";
import { tableJson, tenantTables } from "./sql";

const readme = `Everything that Peerbalance holds of this organisation.

organisation.json   its name and its people
audit.csv           who did what, newest first
models/             a folder for each model: its figures (inputs.csv, to be imported again), costs (years.csv, projection.csv), all of it (model.json),
                    and the records of its decisions (decision-1.json, …), as /verify checks them
tables/             every row of every table, as JSON; hashes of secrets are left out

Files were read one after the other, while people may have gone on working.
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

  add("README.txt", () => [readme]);
  add("organisation.json", () => organisationJson(access));
  add("audit.csv", () => auditCsv(access, readAuditListing({})));
  for (const { id, name } of models) {
    // Two models may have one name, and what differs in capitals is one file to some systems.
    const folder = `models/${[tidyName(name), id.slice(0, 8)].filter((part) => part !== "").join(" ")}`;
    const files = modelFiles(access, id);
    add(`${folder}/model.json`, () => files("model.json"));
    add(`${folder}/inputs.csv`, () => files("inputs.csv"));
    add(`${folder}/years.csv`, () => files("years.csv"));
    add(`${folder}/projection.csv`, () => files("projection.csv"));
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
  yield `${JSON.stringify(organisation, null, 2)}\n`;
}

type ModelFile = "model.json" | "inputs.csv" | "years.csv" | "projection.csv";

/** The files of one model; it is read when the first of them is written. */
function modelFiles({ user, organisationId }: OrganisationManageAccess, id: string) {
  let reading: ReturnType<typeof read> | undefined;
  async function read() {
    const model = await authorizeModel(user, id, "view", organisationId);
    if (model === null || model === "refused") return null;
    const found = await loadScenarios(model);
    const { threads, names } = await listComments(model);
    return found && { ...found, comments: { threads, names } };
  }
  return async function* pieces(file: ModelFile): AsyncGenerator<string> {
    reading ??= read();
    const found = await reading;
    // Deleted since the list was read.
    if (found === null) return;
    const { model, scenarios, comments } = found;
    if (file === "model.json") yield `${JSON.stringify({ ...modelResource(model), scenarios, comments }, null, 2)}\n`;
    else if (file === "inputs.csv") yield* inputsCsv(model);
    else yield* costs(file, () => evaluated(model, scenarios));
  };
}

/** A model whose figures no longer fit together is exported all the same; its file says why it has no costs. */
async function* costs(
  file: "years.csv" | "projection.csv",
  evaluate: () => ReturnType<typeof evaluated>,
): AsyncGenerator<string> {
  const outcome = await evaluate();
  if (outcome.ok) yield* file === "years.csv" ? yearsCsv(outcome.exported) : projectionCsv(outcome.exported);
  else {
    const why = outcome.faults.map(({ message }) => message).join(" ");
    yield csvLines([[textCell(`This model cannot be evaluated: ${why}`)]]);
  }
}
