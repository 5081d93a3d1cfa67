import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { AskLinkForm } from "./ask-link-form";

interface AskLinkPageProps {
  title: string;
  /** What the link does. */
  what: string;
  /** How long it works. */
  lasts: string;
  isMailSetUp: boolean;
  /** Where there is no mail: what the administrator makes instead, up to the command. */
  otherwise: string;
  ask: Parameters<typeof AskLinkForm>[0]["ask"];
}

/** Asks for a link by mail, or says who makes one where there is no mail. */
export function AskLinkPage({ title, what, lasts, isMailSetUp, otherwise, ask }: AskLinkPageProps): ReactNode {
  return (
    <PlainPage title={title}>
      {isMailSetUp ? (
        <>
          <p>{what}</p>
          <AskLinkForm button="Mail me a link" lasts={lasts} ask={ask} />
        </>
      ) : (
        <p>
          This site sends no mail. {otherwise} with <code>npm run user:reset</code> and your address.
        </p>
      )}
      <p>
        <Anchor href={routes.signIn}>Back to signing in</Anchor>
      </p>
    </PlainPage>
  );
}
