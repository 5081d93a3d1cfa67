import { redirect } from "next/navigation";
import { page } from "@/lib/server/http/page";
import { settingsSections } from "./sections";

export default page({ name: "/settings", requires: "user", title: "Settings" }, () => {
  redirect(settingsSections[0]?.path ?? "/models");
});
