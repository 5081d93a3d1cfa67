import type { Metadata } from "next";
import { KeepFigures } from "@/app/_components/tried/keep-figures";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { templates } from "@/lib/model/templates";
import { page } from "@/lib/server/http/page";
import { createModelAction } from "../actions";

export const metadata: Metadata = { title: "Keep the figures" };

export default page({ name: "/models/new/kept", requires: "user" }, () => {
  return (
    <PlainPage title="Keep the figures">
      <KeepFigures
        titles={Object.fromEntries(templates.map(({ key, title }) => [key, title]))}
        create={createModelAction}
      />
    </PlainPage>
  );
});
