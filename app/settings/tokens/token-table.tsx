"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import table from "@/app/models/[id]/share/share.module.css";
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
  revoke: (organisationId: string, id: string) => ActionResult;
}

/** The tokens that still work. */
export function TokenTable({ organisationId, tokens, revoke }: TokenTableProps) {
  const { run, isPending, fault } = useAction();
  return (
    <Section title="Tokens in use">
      {tokens.length === 0 ? (
        <p>No token has been made yet, or all have ended.</p>
      ) : (
        <Scroller label="Table of tokens">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Acts as</th>
                <th scope="col">May</th>
                <th scope="col">Last used</th>
                <th scope="col">Ends</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {tokens.map(({ id, name, holder, scopes, expiresAt, lastUsedAt }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td data-label="Acts as">{holder}</td>
                  <td data-label="May">{scopes.map((scope) => apiScopeWords[scope]).join("; ")}</td>
                  <td data-label="Last used">{lastUsedAt === null ? "Never" : <LocalTime at={lastUsedAt} />}</td>
                  <td data-label="Ends">
                    <LocalTime at={expiresAt} isWhole />
                  </td>
                  <td className={table.action}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isPending}
                      aria-label={`Revoke ${name}`}
                      onClick={() => run(() => revoke(organisationId, id))}
                    >
                      Revoke
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      <FormFault message={fault} />
    </Section>
  );
}
