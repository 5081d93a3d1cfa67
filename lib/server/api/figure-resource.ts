import "server-only";
import type { FigureBook, OrganisationFigure, OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import { type InputKey, isInputKey } from "@/lib/model/inputs";
import type { Refusal } from "@/lib/outcome";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import { loadBook } from "@/lib/server/figures/get-figures";
import { problem } from "@/lib/server/http/problem";
import { etagOf, namesRevision, readEntityTags } from "./entity-tags";
import { refusalResponse } from "./refusal";

const noStore = { "cache-control": "private, no-store" };

/** A figure as the API gives it: the fields that its document names (figureSchema), one by one. */
function figureResource({ key, revision, changedAt, changedBy, content }: OrganisationFigure) {
  const { value, low, high, evidence, note, source, owner, validFrom, reviewBy, currency = null } = content;
  const stated = { value, low, high, evidence, note, source, owner, validFrom, reviewBy, currency };
  return { key, ...stated, revision, changedAt, changedBy };
}

function lineResource({ table, revision, changedAt, changedBy, content }: OrganisationLine) {
  const { row, isBegunWith, currency } = content;
  return { table, row, isBegunWith, currency, revision, changedAt, changedBy };
}

/** All that an organisation states. */
export function bookResponse({ currency, figures, lines }: FigureBook): Response {
  const { currency: code, currencyRate, currencyRateDate } = currency;
  const money = { currency: code, currencyRate, currencyRateDate };
  const body = { ...money, figures: figures.map(figureResource), lines: lines.map(lineResource) };
  return Response.json(body, { headers: noStore });
}

function noFigure(key: string): Response {
  return problem(404, `The organisation states no figure for "${key.slice(0, 60)}".`);
}

/** One figure, or that there is none. */
export async function figureResponse(
  access: OrganisationViewAccess,
  key: string,
  status: 200 | 201,
): Promise<Response> {
  const figure = (await loadBook(access)).figures.find((one) => one.key === key);
  if (figure === undefined) return noFigure(key);
  return Response.json(figureResource(figure), { status, headers: { ...noStore, etag: etagOf(figure.revision) } });
}

/** What a request changes: the input, and the revision that stands and is named; 0 for a figure that is to be the first. */
export async function toBeChanged(
  request: Request,
  access: OrganisationManageAccess,
  key: string,
): Promise<{ key: InputKey; revision: number } | Response> {
  if (!isInputKey(key)) return problem(404, `The model has no input "${key.slice(0, 60)}".`);
  const ifMatch = request.headers.get("if-match");
  const ifNoneMatch = request.headers.get("if-none-match");
  if (ifMatch === null && ifNoneMatch !== "*") {
    const message =
      "Say which revision this changes: If-Match with the ETag that reading it gave, or If-None-Match: * for the first.";
    return problem(428, message);
  }
  const standing = (await loadBook(access)).figures.find((one) => one.key === key)?.revision ?? 0;
  if (ifMatch === null) return standing === 0 ? { key, revision: 0 } : stale(standing);
  const tags = readEntityTags(ifMatch);
  if (tags === null)
    return problem(400, 'If-Match must be one ETag, such as "7", several with commas between them, or *.');
  if (standing === 0) return noFigure(key);
  return namesRevision(tags, standing) ? { key, revision: standing } : stale(standing);
}

function stale(revision: number): Response {
  const message = `Revision ${revision} stands now, so nothing was changed. Read the figure and send the change again.`;
  return problem(412, message, { revision }, { etag: etagOf(revision) });
}

/** Why a change was not made. */
export function notChanged(refusal: Refusal): Response {
  const changed = "Others are changing this just now, so nothing was changed. Send the change again.";
  return refusalResponse(refusal, "Nothing was changed.", changed);
}
