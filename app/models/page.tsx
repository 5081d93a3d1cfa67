import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/app/_components/ui/link-button";
import { LocalTime } from "@/app/_components/ui/local-time";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Scroller } from "@/app/_components/ui/scroller";
import { WidePage } from "@/app/_components/ui/wide-page";
import { routes } from "@/lib/routes";
import type { CostModelCard } from "@/lib/schemas/model";
import { requireUser } from "@/lib/server/auth/current-user";
import { listModels } from "@/lib/server/models/list-models";
import styles from "./models.module.css";

export const metadata: Metadata = { title: "Models" };

const accessWords: Record<CostModelCard["access"], string> = {
  yours: "Your organisation's",
  viewer: "Shared with you, to read",
  editor: "Shared with you, to change",
};

export default async function ModelsPage() {
  const models = await listModels(await requireUser());
  const newModel = <LinkButton href={routes.newModel}>New model</LinkButton>;
  return (
    <WidePage>
      <PageTitle title="Models" action={models.length > 0 ? newModel : null} />
      {models.length === 0 ? (
        <div className={styles.empty}>
          <p>
            There is no model yet. A model is one service, costed on servers and on participants' resources over the
            years. Start from a template with figures in it, or from a blank one with the defaults; every figure can be
            changed.
          </p>
          <p>A model that a colleague shares with you appears here too, once you have opened their link.</p>
          <div>{newModel}</div>
        </div>
      ) : (
        <ModelsTable models={models} />
      )}
    </WidePage>
  );
}

function ModelsTable({ models }: { models: readonly CostModelCard[] }) {
  return (
    <Scroller label="Table of models">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Organisation</th>
            <th scope="col">Access</th>
            <th scope="col">Changed by</th>
            <th scope="col">Changed</th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <th scope="row">
                <Link href={routes.model(model.id)}>{model.name}</Link>
              </th>
              <td>{model.organisationName}</td>
              <td>{accessWords[model.access]}</td>
              <td>{model.changedBy}</td>
              <td className={styles.when}>
                <LocalTime at={model.changedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
