import "@fontsource-variable/inter/opsz.css";
import "./_components/ui/theme/mantine-styles";
import "./_components/ui/theme/palette.css";
import "./global.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { currentUser } from "@/lib/server/access/current-user";
import { personFrame } from "@/lib/server/access/person-frame";
import { chosenOrganisation } from "@/lib/server/organisations/current-organisation";
import { listOrganisations } from "@/lib/server/organisations/list-organisations";
import { canonicalMarks, numberMarks } from "@/lib/value/number-marks";
import { PersonProvider } from "./_components/live/person-context";
import { PageHeader } from "./_components/site/page-header";
import { EarlyPressScript } from "./_components/ui/hydration/early-presses";
import { AppProvider } from "./_components/ui/theme/app-provider";
import { switchOrganisationAction } from "./settings/organisation/actions";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const user = await currentUser();
  const organisations = user && (await listOrganisations(user));
  const frame = user && (await personFrame(user));
  const chosen = await chosenOrganisation();
  const current = organisations?.find(({ id }) => id === chosen) ?? organisations?.[0];
  const marks = numberMarks();
  return (
    <html
      lang="en"
      data-numbers={marks === canonicalMarks ? undefined : marks}
      data-csv={frame?.csvFormat ?? undefined}
      {...mantineHtmlProps}
    >
      <head>
        {/* Here, and not by exports that Next.js takes out and puts in again on the way to another page. */}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171a" />
        <meta
          name="description"
          content="What a service costs on servers, and what it costs on resources that its participants contribute."
        />
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
        <EarlyPressScript nonce={nonce} />
      </head>
      <body>
        <AppProvider nonce={nonce}>
          <a className="skip-link" href="#main">
            Skip to the content
          </a>
          {/* Shown where the page has them. */}
          <a className="skip-link skip-to-answer" href="#answer">
            Skip to the answer
          </a>
          <a className="skip-link skip-to-inputs" href="#inputs">
            Skip to the inputs
          </a>
          <PageHeader
            user={user && { name: user.name, unreadNotices: frame?.unreadNotices ?? 0 }}
            organisations={
              organisations && {
                organisations: organisations.map(({ id, name }) => ({ id, name })),
                currentId: current?.id ?? null,
                switchTo: switchOrganisationAction,
              }
            }
          />
          <main id="main" tabIndex={-1}>
            <PersonProvider id={user?.id ?? null}>{children}</PersonProvider>
          </main>
        </AppProvider>
      </body>
    </html>
  );
}
