import { redirect } from "next/navigation";
import { requireUser } from "@/lib/server/access/current-user";
import { settingsSections } from "./sections";

export default async function SettingsPage() {
  await requireUser();
  redirect(settingsSections[0]?.path ?? "/models");
}
