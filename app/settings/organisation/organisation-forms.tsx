"use client";

import { useConfirmed } from "@/app/_components/account/confirmation";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { ConfirmedButton } from "../members/confirmed-button";
import { NameForm } from "./name-form";

interface RenameFormProps {
  organisationId: string;
  name: string;
  rename: (organisationId: string, name: string) => Promise<Outcome>;
}

export function RenameForm({ organisationId, name, rename }: RenameFormProps) {
  return <NameForm label="Name" button="Save" name={name} send={(input) => rename(organisationId, input)} />;
}

export function NewOrganisationForm({ create }: { create: (name: string) => Promise<Outcome> }) {
  return <NameForm label="Name of the new organisation" button="Make an organisation" send={create} />;
}

interface LeaveButtonProps {
  organisationId: string;
  name: string;
  leave: (organisationId: string) => Promise<Outcome>;
}

export function LeaveButton({ organisationId, name, leave }: LeaveButtonProps) {
  const confirmed = useConfirmed();
  return (
    <ConfirmedButton
      label={`Leave ${name}`}
      title={`Leave ${name}?`}
      confirm="Leave"
      act={() => confirmed(() => leave(organisationId))}
      onDone={() => window.location.assign(routes.models)}
    >
      You lose access to its models at once, also to those shared with you by name; your tokens and unused invitations
      there end. The models you made there stay. Only an invitation brings you back.
    </ConfirmedButton>
  );
}
