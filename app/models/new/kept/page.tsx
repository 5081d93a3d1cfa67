import { KeepFigures } from "@/app/_components/tried/keep-figures";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { templates } from "@/lib/model/templates";
import { page } from "@/lib/server/http/page";
import { createModelAction } from "../actions";

export default page({ name: "/models/new/kept", requires: "user", title: "Keep the figures" }, () => {
  return (
    <PlainPage title="Keep the figures">
      <KeepFigures
        titles={Object.fromEntries(templates.map(({ key, title }) => [key, title]))}
        create={createModelAction}
      />
    </PlainPage>
  );
});
