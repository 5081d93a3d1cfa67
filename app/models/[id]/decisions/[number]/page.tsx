import { AnswerForm, WithdrawForm } from "@/app/_components/decisions/answer-form";
import { DecisionRecord } from "@/app/_components/decisions/decision-record";
import { LinkPart } from "@/app/_components/decisions/link-part";
import { PdfLinks } from "@/app/_components/decisions/pdf-links";
import { SinceThenPart } from "@/app/_components/decisions/since-then-part";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { frozenFigures } from "@/lib/decision/frozen-figures";
import { sinceThen } from "@/lib/decision/since-then";
import { routes } from "@/lib/routes";
import type { ViewAccess } from "@/lib/server/access/model";
import { getDecision } from "@/lib/server/decisions/get-decision";
import { listDecisionLinks } from "@/lib/server/decisions/links";
import { modelNow, todayOf } from "@/lib/server/decisions/model-now";
import { page } from "@/lib/server/http/page";
import { modelActions } from "../../model-actions";
import { answerDecisionAction, createDecisionLinkAction, revokeDecisionLinkAction } from "../actions";

/** The decision of this number as it is signed, or null. */
async function decisionOf(access: ViewAccess, number: string) {
  return /^[1-9]\d{0,8}$/.test(number) ? getDecision(access, Number(number)) : null;
}

export default page(
  {
    name: "/models/[id]/decisions/[number]",
    requires: "view",
    load: async ({ access, params }) => {
      const [decision, now] = await Promise.all([decisionOf(access, params.number), modelNow(access)]);
      return decision && now && { decision, now };
    },
    title: ({ loaded }) => loaded.decision.document.decision.title,
  },
  async ({ access, loaded: { decision, now } }) => {
    const { document, digest, key, number } = decision;
    const asked = { modelId: now.model.id, number, digest, answer: answerDecisionAction };
    const { currency, currencyRate } = document.model;
    return (
      <>
        <ModelShell model={now.model} page="decisions" actions={modelActions} />
        <WidePage isOfModel>
          <DecisionRecord
            record={decision}
            signingKey={key}
            frozen={frozenFigures(document)}
            foot={
              <>
                <PdfLinks href={routes.decisionFile(now.model.id, number, "record.pdf")} />
                <p>
                  <a href={routes.decisionFile(now.model.id, number, "record.json")}>Download the record (JSON)</a>,
                  which can be checked
                </p>
              </>
            }
          >
            {decision.mayAnswer ? <AnswerForm {...asked} /> : null}
            {decision.mayWithdraw && now.model.canEdit ? <WithdrawForm {...asked} /> : null}
            <SinceThenPart
              since={sinceThen(document, todayOf(now))}
              modelId={now.model.id}
              currency={currency}
              currencyRate={currencyRate}
              chosen={document.decision.architecture}
            />
          </DecisionRecord>
          {now.model.canShare ? (
            <LinkPart
              modelId={now.model.id}
              number={number}
              links={await listDecisionLinks(access, number)}
              create={createDecisionLinkAction}
              revoke={revokeDecisionLinkAction}
            />
          ) : null}
        </WidePage>
      </>
    );
  },
);
