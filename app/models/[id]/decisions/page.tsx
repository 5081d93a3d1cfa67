import { DecisionNav } from "@/app/_components/decisions/decision-nav";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { Link } from "@/app/_components/ui/link";
import { LinkButton } from "@/app/_components/ui/link-button";
import { Section } from "@/app/_components/ui/page/section";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { stateName } from "@/lib/decision/record-words";
import { routes } from "@/lib/routes";
import { listDecisions } from "@/lib/server/decisions/get-decision";
import { page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { architectureName, dayOf } from "@/lib/value/decided-words";
import { modelActions } from "../model-actions";

export default page(
  {
    name: "/models/[id]/decisions",
    requires: "view",
    load: async ({ access }) => {
      const [model, decisions] = await Promise.all([loadModel(access), listDecisions(access)]);
      return model && { model, decisions };
    },
    title: ({ loaded }) => `Decisions on ${loaded.model.name}`,
  },
  ({ loaded: { model, decisions } }) => {
    return (
      <>
        <ModelShell model={model} page="decisions" actions={modelActions} />
        <WidePage isOfModel>
          <DecisionNav modelId={model.id} part="records" />
          <Section
            title="Decisions"
            unit="each is frozen with the figures it rests on, signed, and approved by the people it names"
            action={
              model.canEdit ? (
                <LinkButton href={routes.newDecision(model.id)} size="xs">
                  Propose a decision
                </LinkButton>
              ) : undefined
            }
          >
            {decisions.length === 0 ? (
              <p>
                Nothing has been decided by this model yet.
                {model.canEdit ? "" : " Ask someone who may change it to propose a decision."}
              </p>
            ) : (
              <RecordTable
                label="Decisions by this model"
                rows={decisions}
                keyOf={({ number }) => String(number)}
                columns={[
                  {
                    head: "Decision",
                    cell: ({ number, title }) => (
                      <Link href={routes.decisionRecord(model.id, number)}>
                        {number}. {title}
                      </Link>
                    ),
                  },
                  { head: "Chosen", cell: ({ architecture }) => architectureName(architecture) },
                  {
                    head: "State",
                    cell: (row) => `${stateName(row)} ${row.decidedAt === null ? "" : dayOf(row.decidedAt)}`,
                  },
                  { head: "Proposed", cell: ({ proposedAt }) => dayOf(proposedAt) },
                ]}
              />
            )}
          </Section>
        </WidePage>
      </>
    );
  },
);
