import { answerSchema } from "@/lib/schemas/decision/answer";
import { readBody } from "@/lib/server/api/read-body";
import { refusalResponse } from "@/lib/server/api/refusal";
import { answerDecision } from "@/lib/server/decisions/answer";
import { faultsOf } from "@/lib/server/http/faults-of";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";
import { isObject } from "@/lib/value/is-object";

/** The record says that the answer came by a token. */
export const POST = route(
  { name: "/api/v1/models/[id]/decisions/[number]/answer", requires: "view", token: "models:write" },
  async (request, { params, access, origin }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const given = isObject(body.value) ? { ...body.value, number: Number(params.number) } : body.value;
    const parsed = answerSchema.safeParse(given);
    if (!parsed.success) return problem(422, "Nothing was answered.", { faults: faultsOf(parsed.error) });
    const outcome = await answerDecision(access, parsed.data, "API token", origin);
    if (!outcome.ok) return refusalResponse(outcome, "Nothing was answered.");
    mailNoticesAfterwards(access.user);
    return Response.json({ state: outcome.state }, { headers: { "cache-control": "private, no-store" } });
  },
);
