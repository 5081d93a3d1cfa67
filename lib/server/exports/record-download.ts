import "server-only";
import { recordFile } from "@/lib/decision/record-file";
import type { ShownRecord } from "@/lib/decision/record-words";
import { routes } from "@/lib/routes";
import type { ViewAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashToken } from "@/lib/server/crypto/tokens";
import { type DecisionFull, getDecision, recordedDecision } from "@/lib/server/decisions/get-decision";
import { linkedDecision } from "@/lib/server/decisions/links";
import { presentSigningKey } from "@/lib/server/decisions/signing-keys";
import { unsafeRecordDecisionLinkDownload } from "@/lib/server/decisions/sql";
import { plain, type Refuse } from "@/lib/server/http/route";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { mayDownload, mayOpenLinks } from "@/lib/server/sharing/link-limits";
import { readPaper } from "@/lib/value/report-choice";
import { attachment } from "./attachment";
import { writtenPdf } from "./written-pdf";

const nothingHere = "Not found, or not shared with you.";
const failed = "The record could not be written as a PDF. Try again, or take its JSON.";

/** The file of a record, as a download: its document as it was signed, and where it stands, signed now. */
export function recordDownload(
  access: ViewAccess,
  number: string,
  origin: RequestOrigin,
  refuse: Refuse,
): Promise<Response> {
  return written(access, number, origin, refuse, async (place) => {
    const recorded = await recordedDecision(access, place);
    if (recorded === null) return refuse(404, nothingHere);
    const file = await recordFile(recorded, await presentSigningKey());
    return answer(file, `decision-${number}.json`, "application/json");
  });
}

/** The record as a PDF, on the paper that the address asks for. */
export function recordPdfDownload(
  access: ViewAccess,
  number: string,
  parameters: URLSearchParams,
  origin: RequestOrigin,
  refuse: Refuse,
): Promise<Response> {
  return written(access, number, origin, refuse, async (place) => {
    const record = await getDecision(access, place);
    return record === null ? refuse(404, nothingHere) : printed(record, parameters, { isBrief: false, refuse });
  });
}

/** The same behind a link, as brief as its page. */
export async function linkedRecordPdf(
  token: string,
  parameters: URLSearchParams,
  origin: RequestOrigin,
): Promise<Response> {
  const record = (await mayOpenLinks(origin)) ? await linkedDecision(token) : "busy";
  if (record === null) return plain(404, nothingHere);
  if (record === "busy" || !(await mayDownload(record.digest, origin))) {
    const message = "This link has been downloaded from too often. Wait a minute, then try again.";
    return plain(429, message, { "retry-after": "60" });
  }
  const response = await printed(record, parameters, { isBrief: true, refuse: plain });
  if (response.ok) await unsafeRecordDecisionLinkDownload(hashToken(token), origin.address);
  return response;
}

/** @param answered with the file, or a refusal; only a file is written down */
async function written(
  access: ViewAccess,
  number: string,
  origin: RequestOrigin,
  refuse: Refuse,
  answered: (place: number) => Promise<Response>,
): Promise<Response> {
  if (!(await isWithinLimit("record-export", access.user.id, { points: 60, seconds: 60 }))) {
    return refuse(429, "You have downloaded 60 records within a minute. Wait a minute, then try again.", {
      "retry-after": "60",
    });
  }
  if (!/^[1-9]\d{0,8}$/.test(number)) return refuse(404, nothingHere);
  const response = await answered(Number(number));
  if (!response.ok) return response;
  const file = response.headers.get("content-type") === "application/pdf" ? "record.pdf" : "record.json";
  await inScope(access.scope, (tx) =>
    recordEvent(tx, access, origin, {
      action: "decision.exported",
      subjectType: "model",
      subjectId: access.modelId,
      detail: { number: Number(number), file },
    }),
  );
  return response;
}

async function printed(
  record: ShownRecord & Partial<Pick<DecisionFull, "key">>,
  parameters: URLSearchParams,
  { isBrief, refuse }: { isBrief: boolean; refuse: Refuse },
): Promise<Response> {
  const asked = readPaper(parameters);
  if (!asked.ok) return refuse(422, asked.faults.map(({ message }) => message).join(" "));
  const { document, digest, state, decidedAt, supersededBy, isWithdrawn, key } = record;
  const approvers = record.approvers.map(({ name, answer, at, signedInBy }) => ({ name, answer, at, signedInBy }));
  const shown = { document, digest, state, decidedAt, supersededBy, isWithdrawn, approvers };
  const { address } = document.product;
  const at = {
    verifyAt: `${address}${routes.verify}`,
    address: isBrief ? address : `${address}${routes.decisionRecord(document.model.id, document.number)}`,
  };
  const question = {
    kind: "record",
    record: shown,
    signingKey: key ?? null,
    isBrief,
    paper: asked.paper,
    ...at,
  } as const;
  const bytes = await writtenPdf(question, refuse, failed);
  return bytes instanceof Response ? bytes : answer(bytes, `decision-${document.number}.pdf`, "application/pdf");
}

function answer(body: BodyInit, file: string, type: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": attachment("", file),
      "cache-control": "private, no-store",
    },
  });
}
