import account from "@/app/_components/account/account.module.css";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Section } from "@/app/_components/ui/page/section";
import { wayToConfirm } from "@/lib/server/auth/confirm-identity";
import { getOwnSecurity } from "@/lib/server/auth/own-security";
import { listSessions } from "@/lib/server/auth/sessions";
import { page } from "@/lib/server/http/page";
import { wordList } from "@/lib/text/word-list";
import {
  beginFactorAction,
  confirmFactorAction,
  endSessionsAction,
  makeNewCodesAction,
  setPasswordAction,
  turnFactorOffAction,
} from "./actions";
import { PasswordForm } from "./password-form";
import { SessionTable } from "./session-table";
import { TwoFactorOff } from "./two-factor-off";
import { TwoFactorOn } from "./two-factor-on";

export default page({ name: "/settings/security", requires: "user", title: "Security" }, async ({ user }) => {
  const [{ hasPassword, twoFactor, issuers, apiTokens }, sessions, way] = await Promise.all([
    getOwnSecurity(user),
    listSessions(user),
    wayToConfirm(user),
  ]);
  return (
    <>
      <PageTitle title="Security" />
      <Section title="Password">
        {hasPassword ? null : (
          <p className={account.prose}>You have no password. You can sign in without one, or set one.</p>
        )}
        {issuers.length === 0 ? null : (
          <p className={account.prose}>You also sign in through {wordList(issuers)}, which asks for no code here.</p>
        )}
        <PasswordForm way={way} hasPassword={hasPassword} apiTokens={apiTokens} set={setPasswordAction} />
      </Section>
      <Section title="Two-factor authentication">
        {twoFactor === null ? (
          <TwoFactorOn begin={beginFactorAction} confirm={confirmFactorAction} />
        ) : (
          <TwoFactorOff codesLeft={twoFactor.codesLeft} turnOff={turnFactorOffAction} makeCodes={makeNewCodesAction} />
        )}
      </Section>
      <Section title="Sessions">
        <SessionTable sessions={sessions} apiTokens={apiTokens} end={endSessionsAction} />
      </Section>
    </>
  );
});
