import "server-only";
import type {
  FigureBook,
  FigureContent,
  LineContent,
  OrganisationFigure,
  OrganisationLine,
} from "@/lib/draft/figures/organisation-figure";
import { type InputKey, isInputKey } from "@/lib/model/inputs";
import { isLineTable, type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import type { Refusal } from "@/lib/outcome";
import { lineKeySchema } from "@/lib/schemas/organisation-figures";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import { removeFigure } from "@/lib/server/figures/change-figure";
import { listRevisionsOf } from "@/lib/server/figures/figure-history";
import { loadBook } from "@/lib/server/figures/get-figures";
import { problem } from "@/lib/server/http/problem";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { etagOf, namesRevision, readEntityTags } from "./entity-tags";
import { refusalResponse } from "./refusal";

const noStore = { "cache-control": "private, no-store" };

/** What is stated of an input as the API gives it: the fields that its document names (figureSchema), one by one. */
function statedFigure(content: FigureContent) {
  const { value, low, high, evidence, note, source, owner, validFrom, reviewBy, currency = null } = content;
  return { value, low, high, evidence, note, source, owner, validFrom, reviewBy, currency };
}

const statedLine = ({ row, isBegunWith, currency }: LineContent) => ({ row, isBegunWith, currency });

function figureResource({ key, revision, changedAt, changedBy, content }: OrganisationFigure) {
  return { key, ...statedFigure(content), revision, changedAt, changedBy };
}

function lineResource({ table, revision, changedAt, changedBy, content }: OrganisationLine) {
  return { table, ...statedLine(content), revision, changedAt, changedBy };
}

/** All that an organisation states. */
export function bookResponse({ currency, figures, lines }: FigureBook): Response {
  const { currency: code, currencyRate, currencyRateDate } = currency;
  const money = { currency: code, currencyRate, currencyRateDate };
  const body = { ...money, figures: figures.map(figureResource), lines: lines.map(lineResource) };
  return Response.json(body, { headers: noStore });
}

const noFigure = (key: string) => problem(404, `The organisation states no figure for "${key.slice(0, 60)}".`);

/** What a request names of what an organisation states. */
export interface Named<T> {
  what: T;
  /** The revision that stands; 0 where nothing does. */
  standing: number;
  /** The answer that nothing does. */
  nothing: () => Response;
}

/** The figure of an input, or that there is no such input. */
export async function namedFigure(
  access: OrganisationViewAccess,
  key: string,
): Promise<Named<{ part: "inputs"; key: InputKey }> | Response> {
  if (!isInputKey(key)) return problem(404, `The model has no input "${key.slice(0, 60)}".`);
  const found = (await loadBook(access)).figures.find((one) => one.key === key);
  return { what: { part: "inputs", key }, standing: found?.revision ?? 0, nothing: () => noFigure(key) };
}

/** One figure, or that there is none. */
export async function figureResponse(
  access: OrganisationViewAccess,
  key: string,
  status: 200 | 201,
): Promise<Response> {
  const figure = (await loadBook(access)).figures.find((one) => one.key === key);
  return figure === undefined ? noFigure(key) : statedResponse(figureResource(figure), status);
}

const noLine = (key: string) => problem(404, `The organisation has no usual line "${key.slice(0, 60)}" in this table.`);

/** A usual line of a table, or that there can be none. */
export async function namedLine(
  access: OrganisationViewAccess,
  { table, key }: { table: string; key: string },
): Promise<Named<{ part: LineTable; key: string }> | Response> {
  if (!isLineTable(table))
    return problem(404, `There is no table "${table.slice(0, 60)}". Usual lines are of ${lineTables.join(", ")}.`);
  const named = lineKeySchema.safeParse(key);
  if (!named.success) return problem(404, named.error.issues.map(({ message }) => message).join(" "));
  const found = await findLine(access, { table, key });
  return { what: { part: table, key }, standing: found?.revision ?? 0, nothing: () => noLine(key) };
}

async function findLine(access: OrganisationViewAccess, { table, key }: { table: string; key: string }) {
  return (await loadBook(access)).lines.find((one) => one.table === table && one.key === key);
}

/** One line, or that there is none. */
export async function lineResponse(
  access: OrganisationViewAccess,
  which: { table: string; key: string },
  status: 200 | 201,
): Promise<Response> {
  const line = await findLine(access, which);
  return line === undefined ? noLine(which.key) : statedResponse(lineResource(line), status);
}

/** What was stated before of what a request names, the newest first; that there never was any is told as it is of the present one. */
export async function revisionsResponse(
  access: OrganisationViewAccess,
  { what, nothing }: Named<{ part: "inputs" | LineTable; key: string }>,
): Promise<Response> {
  const revisions = await listRevisionsOf(access, what);
  if (revisions.length === 0) return nothing();
  const stated = (content: FigureContent | LineContent) =>
    what.part === "inputs" ? statedFigure(content as FigureContent) : statedLine(content as LineContent);
  const body = revisions.map(({ number, at, author, restoredFrom, content }) => ({
    ...{ number, at, author, restoredFrom },
    stated: content && stated(content),
  }));
  return Response.json({ revisions: body }, { headers: noStore });
}

function statedResponse(stated: { revision: number }, status: 200 | 201): Response {
  return Response.json(stated, { status, headers: { ...noStore, etag: etagOf(stated.revision) } });
}

/** The revision that a request changes: the one that stands and is named; 0 for what is to be the first. */
export function revisionNamed(request: Request, { standing, nothing }: Named<unknown>): number | Response {
  const ifMatch = request.headers.get("if-match");
  const ifNoneMatch = request.headers.get("if-none-match");
  if (ifMatch === null && ifNoneMatch !== "*") {
    const message =
      "Say which revision this changes: If-Match with the ETag that reading it gave, or If-None-Match: * for the first.";
    return problem(428, message);
  }
  if (ifMatch === null) return standing === 0 ? 0 : stale(standing);
  const tags = readEntityTags(ifMatch);
  if (tags === null)
    return problem(400, 'If-Match must be one ETag, such as "7", several with commas between them, or *.');
  if (standing === 0) return nothing();
  return namesRevision(tags, standing) ? standing : stale(standing);
}

function stale(revision: number): Response {
  const message = `Revision ${revision} stands now, so nothing was changed. Read it and send the change again.`;
  return problem(412, message, { revision }, { etag: etagOf(revision) });
}

/** Removes what a request names, over the revision that it names. */
export async function removeNamed(
  request: Request,
  access: OrganisationManageAccess,
  named: Named<{ part: "inputs" | LineTable; key: string }>,
  origin: RequestOrigin,
): Promise<Response> {
  const revision = revisionNamed(request, named);
  if (revision instanceof Response) return revision;
  const outcome = await removeFigure(access, { ...named.what, revision }, origin);
  return outcome.ok ? new Response(null, { status: 204 }) : notChanged(outcome);
}

/** Why a change was not made. */
export function notChanged(refusal: Refusal): Response {
  const changed = "Others are changing this just now, so nothing was changed. Send the change again.";
  return refusalResponse(refusal, "Nothing was changed.", changed);
}
