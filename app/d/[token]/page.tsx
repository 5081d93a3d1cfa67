import { DecisionRecord } from "@/app/_components/decisions/decision-record";
import { PdfLinks } from "@/app/_components/decisions/pdf-links";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { routes } from "@/lib/routes";
import { linkedDecision } from "@/lib/server/decisions/links";
import { page } from "@/lib/server/http/page";
import { mayOpenLinks } from "@/lib/server/sharing/link-limits";

/** Without the inputs: who holds a link sees what was decided and why, and no figure of pay. */
export default page(
  {
    name: "/d/[token]",
    requires: "nobody",
    load: ({ params }) => linkedDecision(params.token),
    title: ({ loaded }) => loaded.document.decision.title,
    admits: mayOpenLinks,
    instead: {
      busy: () => (
        <WidePage>
          <p>You have opened many links within a minute. Wait a minute, then reload the page.</p>
        </WidePage>
      ),
    },
  },
  ({ params, loaded }) => (
    <WidePage>
      <DecisionRecord record={loaded} isBrief foot={<PdfLinks href={routes.linkedDecisionPdf(params.token)} />} />
    </WidePage>
  ),
);
