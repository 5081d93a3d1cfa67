import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainPage } from "@/app/_components/ui/plain-page";
import { routes } from "@/lib/routes";
import type { SharedRole } from "@/lib/schemas/model";
import { currentUser } from "@/lib/server/auth/current-user";
import { findInvitation } from "@/lib/server/sharing/find-invitation";
import { AcceptForm } from "./accept-form";

export const metadata: Metadata = { title: "Invitation" };

const closed = {
  unknown: "This link is not whole or was never given out. Copy it again from the message it came in.",
  used: "This link has been used. A link works once; ask whoever sent it for a new one.",
  expired: "This link has expired. Ask whoever sent it for a new one.",
  revoked: "This link has been withdrawn. Ask whoever sent it for a new one.",
};

const mayDo: Record<SharedRole, string> = {
  viewer: "view",
  commenter: "view and comment on",
  editor: "view and change",
};

export default async function InvitationPage({ params }: PageProps<"/invitations/[token]">) {
  const { token } = await params;
  const user = await currentUser();
  const invitation = await findInvitation(token, user);
  if (invitation.state === "yours") redirect(routes.model(invitation.modelId));
  if (invitation.state !== "open") {
    return (
      <PlainPage title="Invitation">
        <p>{closed[invitation.state]}</p>
      </PlainPage>
    );
  }
  const { inviter, modelName, role } = invitation;
  return (
    <PlainPage title="Invitation">
      <p>
        {inviter} invites you to {mayDo[role]} “{modelName}”.
      </p>
      {user ? (
        <AcceptForm token={token} name={user.name} />
      ) : (
        <p>
          <Anchor href={`${routes.signUp}?invitation=${token}`}>Sign up</Anchor> or{" "}
          <Anchor href={`${routes.signIn}?callbackUrl=${encodeURIComponent(routes.invitation(token))}`}>sign in</Anchor>{" "}
          to accept it.
        </p>
      )}
    </PlainPage>
  );
}
