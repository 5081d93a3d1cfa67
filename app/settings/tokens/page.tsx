import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Pager } from "@/app/_components/ui/records/pager";
import { routes } from "@/lib/routes";
import { readListPosition } from "@/lib/schemas/list-position";
import { listApiTokens } from "@/lib/server/api/tokens";
import { page } from "@/lib/server/http/page";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";
import { positionParameters, queryOf } from "@/lib/text/list-position";
import { createTokenAction, revokeTokenAction } from "./actions";
import { TokenForm } from "./token-form";
import { TokenTable } from "./token-table";
import styles from "./tokens.module.css";

export default page(
  { name: "/settings/tokens", requires: "user", title: "API tokens" },
  async ({ user, searchParams }) => {
    const access = await currentOrganisation(user);
    if (access === null) return <p>{noOrganisation}</p>;
    const tokens = await listApiTokens(access, readListPosition(searchParams));
    return (
      <>
        <PageTitle title="API tokens" />
        <p className={styles.lead}>
          A program that sends a token acts as you, in this organisation, within what the token may do. What it can call
          is described at <a href={routes.apiDocument}>{routes.apiDocument}</a>.
        </p>
        <TokenForm organisationId={access.organisationId} create={createTokenAction} />
        <TokenTable
          organisationId={access.organisationId}
          tokens={tokens.rows}
          pager={
            <Pager
              paging={tokens}
              shown={tokens.rows.length}
              one="token"
              many="tokens"
              hrefOf={(position) => `${routes.tokens}${queryOf(positionParameters(position))}`}
              anchor="tokens"
            />
          }
          revoke={revokeTokenAction}
        />
      </>
    );
  },
);
