import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { documentTitle } from "@/lib/text/document-title";

/** One answer for every link that does not work, so that it does not disclose whether there ever was one. */
export default function LinkNotFoundPage() {
  return (
    <PlainPage title="This link does not work">
      <title>{documentTitle("Not found")}</title>
      <p>
        It is incomplete, has ended, or was withdrawn. Copy it again from the message it came in; if it still does not
        work, ask its sender for a new one.
      </p>
    </PlainPage>
  );
}
