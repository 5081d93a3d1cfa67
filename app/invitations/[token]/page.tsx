import { Anchor } from "@mantine/core";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import type { SharedRole } from "@/lib/draft/model";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/access/current-user";
import { page } from "@/lib/server/http/page";
import { findOrganisationInvitation } from "@/lib/server/organisations/join-organisation";
import { findInvitation } from "@/lib/server/sharing/find-invitation";
import { AcceptForm } from "./accept-form";
import { acceptInvitationAction, joinOrganisationAction } from "./actions";

const closed = {
  unknown: "This link is incomplete or wrong. Copy it again from the message it came in.",
  used: "This link has been used. A link works once; ask its sender for a new one.",
  expired: "This link has expired. Ask its sender for a new one.",
  revoked: "This link has been withdrawn. Ask its sender for a new one.",
};

const mayDo: Record<SharedRole, string> = {
  viewer: "view",
  commenter: "view and comment on",
  editor: "view and change",
};

const asWhat: Record<OrganisationRole, string> = {
  owner: "an owner: you can do everything there, including adding and removing owners",
  admin: "an admin: you can see and change every model there, and invite and remove people",
  member: "a member: you can make models there and read those that are not private",
};

/** One address for both kinds of link: into a model, and into an organisation. */
export default page({ name: "/invitations/[token]", requires: "nobody", title: "Invitation" }, async ({ params }) => {
  const { token } = params;
  const user = await currentUser();
  const joining = await findOrganisationInvitation(token, user);
  if (joining !== null) {
    if (joining.state === "yours") redirect(routes.models);
    if (joining.state !== "open") return <Closed>{closed[joining.state]}</Closed>;
    return (
      <Open token={token} name={user?.name} accept={joinOrganisationAction}>
        {joining.inviter} invites you to join “{joining.organisationName}” as {asWhat[joining.role]}.
      </Open>
    );
  }
  const invitation = await findInvitation(token, user);
  if (invitation.state === "yours") redirect(routes.model(invitation.modelId));
  if (invitation.state !== "open") return <Closed>{closed[invitation.state]}</Closed>;
  return (
    <Open token={token} name={user?.name} accept={acceptInvitationAction}>
      {invitation.inviter} invites you to {mayDo[invitation.role]} “{invitation.modelName}”.
    </Open>
  );
});

function Closed({ children }: { children: ReactNode }) {
  return (
    <PlainPage title="Invitation">
      <p>{children}</p>
    </PlainPage>
  );
}

interface OpenProps {
  token: string;
  /** Of the signed-in person. */
  name: string | undefined;
  accept: typeof acceptInvitationAction;
  children: ReactNode;
}

function Open({ token, name, accept, children }: OpenProps) {
  return (
    <PlainPage title="Invitation">
      <p>{children}</p>
      {name === undefined ? (
        <p>
          <Anchor href={`${routes.signUp}?invitation=${token}`}>Sign up</Anchor> or{" "}
          <Anchor href={`${routes.signIn}?callbackUrl=${encodeURIComponent(routes.invitation(token))}`}>sign in</Anchor>{" "}
          to accept it.
        </p>
      ) : (
        <AcceptForm token={token} name={name} accept={accept} />
      )}
    </PlainPage>
  );
}
