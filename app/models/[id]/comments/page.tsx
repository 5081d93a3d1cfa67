import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { CommentsPage } from "@/app/_components/comments/comments-page";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { rowKeysOf } from "@/lib/comments/comment";
import { listComments } from "@/lib/server/comments/list-comments";
import { page } from "@/lib/server/http/page";
import { loadModel } from "@/lib/server/models/get-model";
import { modelActions } from "../model-actions";
import { commentActions } from "./comment-actions";

export default page(
  {
    name: "/models/[id]/comments",
    requires: "view",
    load: async ({ access }) => {
      const [model, comments] = await Promise.all([loadModel(access), listComments(access)]);
      return model && { model, comments };
    },
    title: ({ loaded }) => `Comments on ${loaded.model.name}`,
  },
  ({ searchParams: { thread }, loaded: { model, comments } }) => {
    const linkedThread = typeof thread === "string" ? thread : null;
    return (
      <CommentsProvider modelId={model.id} actions={commentActions} initial={comments}>
        <ModelShell model={model} page="comments" actions={modelActions} />
        <WidePage isOfModel>
          <CommentsPage
            key={linkedThread}
            linkedThread={linkedThread}
            revision={model.revision}
            rowKeys={rowKeysOf(model)}
          />
        </WidePage>
      </CommentsProvider>
    );
  },
);
