import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { currentUser } from "@/lib/server/access/current-user";
import type { LinkViewAccess } from "@/lib/server/access/link";
import { page } from "@/lib/server/http/page";
import { mayOpenLinks } from "@/lib/server/sharing/link-limits";
import { loadLinkedComments } from "@/lib/server/sharing/linked-comments";
import { loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";
import { countOpeningAction } from "./actions";
import { CountOpening } from "./count-opening";
import { LinkedPage } from "./linked-page";
import { PasswordForm } from "./password-form";

async function load(access: LinkViewAccess) {
  const found = await loadLinkedModel(access);
  if (found === null) return null;
  const { model, evaluate, whole } = found;
  const threads = model.leavesOutComments ? [] : await loadLinkedComments(access);
  const evaluated = await evaluate();
  const figures = whole();
  const run = "problem" in evaluated ? null : uncertaintyForPage(figures).catch(() => null);
  return { model, evaluated, whole: figures, run, threads };
}

export default page(
  {
    name: "/s/[token]",
    requires: "link:view",
    load: ({ access }) => load(access),
    title: ({ loaded }) => loaded.model.name,
    titleInstead: "A shared model",
    admits: mayOpenLinks,
    instead: {
      busy: () => (
        <PlainPage title="Too many pages at once">
          <p>Many links were opened from your network within a minute. Wait a minute, then reload this page.</p>
        </PlainPage>
      ),
      locked: ({ token }) => (
        <PlainPage title="A shared model">
          <p>The person who shared this model protected the link with a password. Ask them for it.</p>
          <PasswordForm token={token} />
        </PlainPage>
      ),
    },
  },
  async ({ access, params: { token }, loaded }) => {
    const isSignedIn = (await currentUser()) !== null;
    return (
      <>
        <CountOpening count={countOpeningAction.bind(null, token)} />
        <LinkedPage {...loaded} token={token} mayDownload={access.mayDownload} isSignedIn={isSignedIn} />
      </>
    );
  },
);
