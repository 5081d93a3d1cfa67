import "server-only";
import type { CostModelFull, ModelDraft } from "@/lib/schemas/model";

/** The model as the API gives it. */
export function modelResource(model: CostModelFull) {
  const { organisationName, canComment, canEdit, canShare, canUnarchive, released, answerThen, ...rest } = model;
  return { ...rest, organisation: organisationName };
}

export function modelResponse(model: CostModelFull, status: 200 | 201, headers: Record<string, string> = {}): Response {
  return Response.json(modelResource(model), {
    status,
    headers: { "cache-control": "private, no-store", etag: etagOf(model.revision), ...headers },
  });
}

export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/** The revision that an If-Match names, "any" for *, or null where it is neither. */
export function revisionOfEtag(ifMatch: string): number | "any" | null {
  if (ifMatch.trim() === "*") return "any";
  const [, digits] = /^\s*"(\d{1,9})"\s*$/.exec(ifMatch) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The part of a model that a save carries. */
export function draftOf(model: CostModelFull): ModelDraft {
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { inputs, customLines, notes } = model;
  const head = { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
  return { ...head, inputs, customLines, notes };
}
