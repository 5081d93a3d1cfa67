import { Link } from "@/app/_components/ui/link";
import { routes } from "@/lib/routes";
import { documentTitle } from "@/lib/text/document-title";
import { PlainPage } from "./_components/ui/page/plain-page";

export default function NotFoundPage() {
  return (
    <PlainPage title="Page not found">
      <title>{documentTitle("Not found")}</title>
      <p>
        Either there is no page at this address, or its owner has not shared it with you. If a colleague sent you the
        address, ask them to share it with the account you are signed in with.
      </p>
      <p>
        <Link href={routes.models}>Go to your models</Link>
      </p>
    </PlainPage>
  );
}
