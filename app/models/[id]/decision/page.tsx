import { notFound } from "next/navigation";
import { cache } from "react";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { DecisionPage } from "@/app/_components/decision/decision-page";
import type { ViewAccess } from "@/lib/server/access/model";
import { loadDecision } from "@/lib/server/decision/stored-decision";
import { metadata, page } from "@/lib/server/http/page";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { saveModelAction } from "../actions";
import { commentActions } from "../comments/comment-actions";
import { modelActions } from "../model-actions";
import { saveDecisionAction, saveOwnWeightsAction } from "./actions";

const door = { name: "/models/[id]/decision", requires: "view" } as const;

const decisionActions = { saveCriteria: saveDecisionAction, saveOwnWeights: saveOwnWeightsAction };

const load = cache(async (access: ViewAccess) => (await loadScenarios(access)) ?? notFound());

export const generateMetadata = metadata(door, async ({ access }) => ({
  title: `Decision on ${(await load(access)).model.name}`,
}));

export default page(door, async ({ access }) => {
  const [{ model, scenarios }, stored] = await Promise.all([load(access), loadDecision(access)]);
  return (
    <CommentsProvider key={model.id} modelId={model.id} actions={commentActions}>
      <DecisionPage
        key={String(model.isArchived)}
        model={model}
        scenarios={scenarios}
        save={saveModelAction}
        actions={modelActions}
        stored={stored}
        decisionActions={decisionActions}
      />
      <CommentsBeside />
    </CommentsProvider>
  );
});
