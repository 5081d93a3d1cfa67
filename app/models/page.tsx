import { after } from "next/server";
import { KeptFiguresOffer } from "@/app/_components/tried/kept-figures-offer";
import { LinkButton } from "@/app/_components/ui/link-button";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { PendingDeletions } from "@/app/pending-deletions";
import { templates } from "@/lib/model/templates";
import { routes } from "@/lib/routes";
import { readModelListing } from "@/lib/schemas/model-listing";
import { page } from "@/lib/server/http/page";
import { listModels } from "@/lib/server/models/list-models";
import { settleListed } from "@/lib/server/models/settle-verdict";
import { currentOrganisation } from "@/lib/server/organisations/current-organisation";
import { drawAnew } from "@/lib/server/runtime/page-reads";
import {
  archiveModelAction,
  deleteModelAction,
  duplicateModelAction,
  restoreModelAction,
  unarchiveModelAction,
} from "./actions";
import { FirstModel } from "./first-model";
import { ModelList } from "./model-list";
import { RefreshOnce } from "./refresh-once";

export default page(
  { name: "/models", requires: "user", title: "Models", isKept: true },
  async ({ user, searchParams }) => {
    const listing = readModelListing(searchParams);
    const access = await currentOrganisation(user);
    const { untried, ...list } = await listModels(
      user,
      listing,
      access === null ? {} : { workingIn: access.organisationId },
    );
    if (untried.length > 0) {
      drawAnew();
      after(() => settleListed(user, untried));
    }
    return (
      <WidePage>
        {untried.length > 0 ? <RefreshOnce /> : null}
        <PendingDeletions user={user} />
        <KeptFiguresOffer />
        <PageTitle
          title="Models"
          action={list.hasAny ? <LinkButton href={routes.newModel}>New model</LinkButton> : null}
        />
        {list.hasAny ? (
          <ModelList
            list={list}
            listing={{ ...listing, page: list.page }}
            actions={{
              duplicate: duplicateModelAction,
              archive: archiveModelAction,
              unarchive: unarchiveModelAction,
              delete: deleteModelAction,
              restore: restoreModelAction,
            }}
          />
        ) : (
          <FirstModel templates={templates.map(({ key, title }) => ({ key, title }))} />
        )}
      </WidePage>
    );
  },
);
