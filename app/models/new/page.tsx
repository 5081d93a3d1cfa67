import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page-title";
import { WidePage } from "@/app/_components/ui/wide-page";
import { templateOf, templates } from "@/lib/model/templates";
import { requireUser } from "@/lib/server/auth/current-user";
import { createModelAction } from "./actions";
import styles from "./new-model.module.css";
import { NewModelForm } from "./new-model-form";

export const metadata: Metadata = { title: "New model" };

export default async function NewModelPage({ searchParams }: PageProps<"/models/new">) {
  await requireUser();
  const { template } = await searchParams;
  return (
    <WidePage>
      <PageTitle title="New model" />
      <p className={styles.about}>
        A template is the defaults with the figures of one kind of service on top, each with its basis. Where a basis
        says “stated assumption”, no published figure was at hand: put in your own. A different number of engineers on
        one side changes most verdicts.
      </p>
      <NewModelForm
        chosenAtFirst={typeof template === "string" && templateOf(template) ? template : ""}
        templates={templates.map(({ key, title, what, sources, isNot, says, inputs }) => ({
          key,
          title,
          what,
          sources,
          isNot,
          says,
          stated: Object.keys(inputs).length,
        }))}
        create={createModelAction}
      />
    </WidePage>
  );
}
