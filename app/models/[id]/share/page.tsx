import { ModelShell } from "@/app/_components/shell/model-shell";
import { Link } from "@/app/_components/ui/link";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { Pager } from "@/app/_components/ui/records/pager";
import { routes } from "@/lib/routes";
import { readListPosition } from "@/lib/schemas/list-position";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { loadModel } from "@/lib/server/models/get-model";
import { listSharing, type SharingPositions } from "@/lib/server/sharing/list-sharing";
import { positionParameters, queryOf } from "@/lib/text/list-position";
import { modelActions } from "../model-actions";
import { changeRoleAction, inviteAction, removeShareAction, revokeInvitationAction, setPrivateAction } from "./actions";
import { InviteForm } from "./invite-form";
import { createLinkAction, revokeLinkAction } from "./link-actions";
import { LinksSection } from "./links-section";
import { MembersAccess } from "./members-access";
import { OpenLinks } from "./open-links";
import { PeopleTable } from "./people-table";

export default page(
  {
    name: "/models/[id]/share",
    requires: "share",
    load: async ({ access, searchParams }) => {
      const positions = {
        people: readListPosition(searchParams, "people"),
        invitations: readListPosition(searchParams, "invitations"),
        links: readListPosition(searchParams, "links"),
      };
      const [model, sharing] = await Promise.all([loadModel(access), listSharing(access, positions)]);
      return model && sharing && { model, sharing, positions };
    },
    title: ({ loaded }) => `Share ${loaded.model.name}`,
    titleInstead: "Share",
    instead: {
      forbidden: ({ id }) => (
        <WidePage isOfModel>
          <PageTitle title="Share" />
          <p>Only the people who own this model can share it. Ask one of them to invite your colleague.</p>
          <Link href={routes.model(id)}>Back to the model</Link>
        </WidePage>
      ),
    },
  },
  ({ params: { id }, loaded: { model, sharing, positions } }) => {
    const pagerOf = (list: keyof SharingPositions, one: string, many: string) => (
      <Pager
        paging={sharing[list]}
        shown={sharing[list].rows.length}
        one={one}
        many={many}
        anchor={list}
        hrefOf={(position) => {
          const all = Object.entries({ ...positions, [list]: position });
          return `${routes.share(id)}${queryOf(all.flatMap(([name, each]) => positionParameters(each, name)))}`;
        }}
      />
    );
    return (
      <>
        <ModelShell model={model} page="share" actions={modelActions} />
        <WidePage isOfModel>
          <InviteForm modelId={id} isMailSetUp={isMailSetUp()} invite={inviteAction} />
          <PeopleTable
            modelId={id}
            people={sharing.people.rows}
            pager={pagerOf("people", "person", "people")}
            changeRole={changeRoleAction}
            remove={removeShareAction}
          />
          <MembersAccess
            modelId={id}
            organisationName={sharing.organisationName}
            isPrivate={sharing.isPrivate}
            setPrivate={setPrivateAction}
          />
          <OpenLinks
            modelId={id}
            invitations={sharing.invitations.rows}
            pager={pagerOf("invitations", "invitation", "invitations")}
            revoke={revokeInvitationAction}
          />
          <LinksSection
            modelId={id}
            links={sharing.links.rows}
            pager={pagerOf("links", "read-only link", "read-only links")}
            create={createLinkAction}
            revoke={revokeLinkAction}
          />
        </WidePage>
      </>
    );
  },
);
