import { Link } from "@/app/_components/ui/link";
import { LinkButton } from "@/app/_components/ui/link-button";
import { routes } from "@/lib/routes";
import styles from "./first-model.module.css";

interface FirstModelProps {
  templates: readonly { key: string; title: string }[];
}

const steps = [
  {
    title: "Start from a template, or from a few questions",
    words:
      "Both have a figure for every input, with its basis. The answer is on the page at once: which way of running the service is cheapest, by how much, and from which month.",
  },
  {
    title: "Enter your own figures",
    words: "The answer and the charts follow as you type, and what you type is saved as you go.",
  },
  {
    title: "Share or export it",
    words: "Send a colleague a link to read or change the model. The figures can be downloaded as CSV.",
  },
];

/** The page of a list without models: what a model is, and how to get the first one. */
export function FirstModel({ templates }: FirstModelProps) {
  return (
    <div className={styles.first}>
      <p className={styles.lead}>
        There is no model yet. A model is one service, costed four ways over the years: on own servers, in the cloud, as
        a hybrid, and on its participants’ resources.
      </p>
      <ol className={styles.steps}>
        {steps.map(({ title, words }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      <div>
        <LinkButton href={routes.newModel}>New model</LinkButton>
      </div>
      <section className={styles.templates} aria-labelledby="templates">
        <h2 id="templates">Templates</h2>
        <ul>
          {templates.map(({ key, title }) => (
            <li key={key}>
              <Link href={routes.newModelFrom(key)}>{title}</Link>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.note}>
        A model that a colleague shares with you appears here too, once you have opened their link.
      </p>
    </div>
  );
}
