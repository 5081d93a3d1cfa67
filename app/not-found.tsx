import type { Metadata } from "next";
import { Link } from "@/app/_components/ui/link";
import { routes } from "@/lib/routes";
import { PlainPage } from "./_components/ui/page/plain-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <PlainPage title="Page not found">
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
