"use client";

import type { ReactNode } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { type ApiScope, apiScopeWords } from "@/lib/organisations/api-scopes";

interface TokenTableProps {
  organisationId: string;
  tokens: readonly {
    id: string;
    name: string;
    holder: string;
    scopes: readonly ApiScope[];
    expiresAt: string;
    lastUsedAt: string | null;
  }[];
  /** Links to the other pages of them. */
  pager: ReactNode;
  revoke: (organisationId: string, id: string) => ActionResult;
}

/** The tokens that still work. */
export function TokenTable({ organisationId, tokens, pager, revoke }: TokenTableProps) {
  const { run, isPending, fault } = useAction();
  return (
    <Section title="Tokens in use" anchor="tokens">
      {tokens.length === 0 ? (
        <p>No token has been made yet, or all have ended.</p>
      ) : (
        <RecordTable
          label="Table of tokens"
          rows={tokens}
          columns={[
            { head: "Name", cell: ({ name }) => name },
            { head: "Acts as", cell: ({ holder }) => holder },
            { head: "May", cell: ({ scopes }) => scopes.map((scope) => apiScopeWords[scope]).join("; ") },
            {
              head: "Last used",
              cell: ({ lastUsedAt }) => (lastUsedAt === null ? "Never" : <LocalTime at={lastUsedAt} />),
            },
            { head: "Ends", cell: ({ expiresAt }) => <LocalTime at={expiresAt} isWhole /> },
          ]}
          action={({ id, name }) => (
            <RowButton
              words="Revoke"
              of={name}
              isDisabled={isPending}
              onClick={() => run(() => revoke(organisationId, id))}
            />
          )}
        />
      )}
      {pager}
      <FormFault message={fault} />
    </Section>
  );
}
