import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page-title";
import { requireUser } from "@/lib/server/auth/current-user";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const { name, email } = await requireUser();
  return (
    <>
      <PageTitle title="Profile" />
      <dl>
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>Email</dt>
        <dd>{email}</dd>
      </dl>
    </>
  );
}
