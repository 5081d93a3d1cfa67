import { proposalSchema } from "@/lib/schemas/decision/proposal";
import { readBody } from "@/lib/server/api/read-body";
import { refusalResponse } from "@/lib/server/api/refusal";
import { listDecisionPeople } from "@/lib/server/decisions/decision-people";
import { listDecisions } from "@/lib/server/decisions/get-decision";
import { countProposal, proposeDecision } from "@/lib/server/decisions/propose";
import { faultsOf } from "@/lib/server/http/faults-of";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";

const headers = { "cache-control": "private, no-store" };

export const GET = route(
  { name: "/api/v1/models/[id]/decisions", requires: "view", token: "models:read" },
  async (_request, { access }) => {
    const [decisions, known] = await Promise.all([listDecisions(access), listDecisionPeople(access)]);
    const people = known.map(({ id, name }) => ({ id, name }));
    return Response.json({ decisions, people }, { headers });
  },
);

export const POST = route(
  { name: "/api/v1/models/[id]/decisions", requires: "edit", token: "models:write" },
  async (request, { access, origin }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const parsed = proposalSchema.safeParse(body.value);
    if (!parsed.success) return problem(422, "Nothing was proposed.", { faults: faultsOf(parsed.error) });
    const outcome = (await countProposal(access)) ?? (await proposeDecision(access, parsed.data, origin));
    if (!outcome.ok) return refusalResponse(outcome, "Nothing was proposed.");
    mailNoticesAfterwards(access.user);
    const { number, digest } = outcome;
    return Response.json({ number, digest }, { status: 201, headers });
  },
);
