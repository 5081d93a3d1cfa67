import type { Metadata } from "next";
import { PlainPage } from "@/app/_components/ui/plain-page";
import { findPasswordReset } from "@/lib/server/auth/password-resets";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "New password" };

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const reset = await findPasswordReset(token);
  return (
    <PlainPage title="New password">
      {reset ? (
        <ResetForm token={token} email={reset.email} />
      ) : (
        <p>
          This link has been used, has expired or is not whole. A link works once and for 24 hours; ask whoever runs
          this site for a new one.
        </p>
      )}
    </PlainPage>
  );
}
