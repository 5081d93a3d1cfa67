import { ProposalForm } from "@/app/_components/decisions/proposal-form";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { routes } from "@/lib/routes";
import { listDecisionPeople } from "@/lib/server/decisions/decision-people";
import { page } from "@/lib/server/http/page";
import { declareInTurns } from "@/lib/server/models/declare-in-turns";
import { loadModel } from "@/lib/server/models/get-model";
import { modelActions } from "../../model-actions";
import { proposeDecisionAction } from "../actions";

export default page(
  {
    name: "/models/[id]/decisions/new",
    requires: "edit",
    load: async ({ access }) => {
      const [model, people] = await Promise.all([loadModel(access), listDecisionPeople(access)]);
      return model && { model, people };
    },
    title: ({ loaded }) => `Propose a decision on ${loaded.model.name}`,
    titleInstead: "Propose a decision",
    instead: {
      forbidden: ({ id }) => (
        <WidePage isOfModel>
          <p>Only people who may change a model propose decisions by it. Ask the person who shared it with you.</p>
          <Link href={routes.decisions(id)}>Decisions on the model</Link>
        </WidePage>
      ),
    },
  },
  async ({ loaded: { model, people } }) => {
    await declareInTurns(model);
    const outcome = tryEvaluate(completeInputs(model.inputs, model.currencyRate), model);
    return (
      <>
        <ModelShell model={model} page="decisions" actions={modelActions} />
        <WidePage isOfModel>
          <Section title="Propose a decision">
            <ProposalForm
              modelId={model.id}
              currency={model.currency}
              first={outcome.ok ? (outcome.result.ranking[0] ?? null) : null}
              people={people}
              propose={proposeDecisionAction}
            />
          </Section>
        </WidePage>
      </>
    );
  },
);
