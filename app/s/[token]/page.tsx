import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import type { LinkedThread } from "@/lib/comments/comment";
import { currentUser } from "@/lib/server/access/current-user";
import { authorizeLink, type LinkViewAccess } from "@/lib/server/access/link";
import { givenLinkSeal } from "@/lib/server/crypto/link-seal";
import { requestOrigin } from "@/lib/server/runtime/request";
import { mayOpenLinks } from "@/lib/server/sharing/link-limits";
import { loadLinkedComments } from "@/lib/server/sharing/linked-comments";
import { type LinkedModel, type LinkedResult, loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { countOpeningAction } from "./actions";
import { CountOpening } from "./count-opening";
import { LinkedPage } from "./linked-page";
import { PasswordForm } from "./password-form";

type Opened =
  | "busy"
  | "locked"
  | { access: LinkViewAccess; model: LinkedModel; evaluated: LinkedResult; threads: LinkedThread[] };

/** Once a request, for the title and the page both. What is unknown, revoked or expired ends here, all alike. */
const openLink = cache(async (token: string): Promise<Opened> => {
  const origin = await requestOrigin();
  if (!(await mayOpenLinks(origin))) return "busy";
  const access = await authorizeLink(token, await givenLinkSeal(), "link:view");
  if (access === null || access === "refused") notFound();
  if (access === "locked") return "locked";
  const found = await loadLinkedModel(access);
  if (found === null) notFound();
  const threads = found.model.leavesOutComments ? [] : await loadLinkedComments(access);
  return { access, model: found.model, evaluated: found.evaluate(), threads };
});

export async function generateMetadata({ params }: PageProps<"/s/[token]">): Promise<Metadata> {
  const opened = await openLink((await params).token);
  return {
    title: typeof opened === "string" ? "A shared model" : opened.model.name,
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

export default async function LinkPage({ params }: PageProps<"/s/[token]">) {
  const { token } = await params;
  const opened = await openLink(token);
  if (opened === "busy") {
    return (
      <PlainPage title="Too many pages at once">
        <p>Many links were opened from your network within a minute. Wait a minute, then reload this page.</p>
      </PlainPage>
    );
  }
  if (opened === "locked") {
    return (
      <PlainPage title="A shared model">
        <p>Whoever shared this model protected the link with a password. Ask them for it.</p>
        <PasswordForm token={token} />
      </PlainPage>
    );
  }
  const { access, model, evaluated, threads } = opened;
  const isSignedIn = (await currentUser()) !== null;
  return (
    <>
      <CountOpening count={countOpeningAction.bind(null, token)} />
      <LinkedPage
        token={token}
        model={model}
        evaluated={evaluated}
        threads={threads}
        mayDownload={access.mayDownload}
        isSignedIn={isSignedIn}
      />
    </>
  );
}
