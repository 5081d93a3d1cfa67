import { VerifyFile } from "@/app/_components/decisions/verify-file";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { routes } from "@/lib/routes";
import { page } from "@/lib/server/http/page";

export default page({ name: "/verify", requires: "nobody", title: "Check a record" }, () => (
  <WidePage>
    <PageTitle title="Check a record" />
    <p>
      Choose the file of a decision’s record to see whether it is as this site wrote it: its digest, who signed it, and
      who approved it. The file is read in this browser and sent nowhere. The keys are at{" "}
      <a href={routes.keys}>{routes.keys}</a>.
    </p>
    <VerifyFile />
  </WidePage>
));
