import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { routes } from "@/lib/routes";
import { listApiTokens } from "@/lib/server/api/tokens";
import { page } from "@/lib/server/http/page";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { createTokenAction, revokeTokenAction } from "./actions";
import { TokenForm } from "./token-form";
import { TokenTable } from "./token-table";
import styles from "./tokens.module.css";

export const metadata: Metadata = { title: "API tokens" };

export default page({ name: "/settings/tokens", requires: "user" }, async ({ user }) => {
  const access = await currentOrganisation(user);
  if (access === null) return <p>{noOrganisation}</p>;
  const tokens = await listApiTokens(access);
  return (
    <>
      <PageTitle title="API tokens" />
      <p className={styles.lead}>
        A program that sends a token acts as you, in this organisation, within what the token may do. What it can call
        is described at <a href={routes.apiDocument}>{routes.apiDocument}</a>.
      </p>
      <TokenForm organisationId={access.organisationId} create={createTokenAction} />
      <TokenTable organisationId={access.organisationId} tokens={tokens} revoke={revokeTokenAction} />
    </>
  );
});
