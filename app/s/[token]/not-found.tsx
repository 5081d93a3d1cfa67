import type { Metadata } from "next";
import { PlainPage } from "@/app/_components/ui/page/plain-page";

export const metadata: Metadata = { title: "Not found", referrer: "no-referrer" };

/** One answer for every link that opens nothing, so that it does not tell whether there ever was one. */
export default function LinkNotFoundPage() {
  return (
    <PlainPage title="This link opens nothing">
      <p>
        It is not whole, has ended, or was withdrawn. Copy it again from the message it came in; if it still opens
        nothing, ask whoever sent it for a new one.
      </p>
    </PlainPage>
  );
}
