import { PrintedTable } from "@/app/_components/results/tables/printed-table";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { SourceText } from "@/app/_components/ui/source-text";
import { leftOut, methodSections } from "@/lib/analysis/method";
import { publishedTables } from "@/lib/analysis/published-tables";
import { rangeTable } from "@/lib/analysis/range-table";
import { driverKeys, drivers } from "@/lib/model/ranges/drivers";
import { modelVersion } from "@/lib/model/version";
import { referenceId, references } from "@/lib/references/references";
import { page } from "@/lib/server/http/page";
import { FormulaList } from "./formula-list";
import styles from "./method.module.css";
import { RangeList } from "./range-list";

// From the declarations alone: the same for every reader, and built once.
const sections = methodSections();
const tables = publishedTables();
const ranges = rangeTable();

const parts = [
  ...sections.map(({ number, title }) => ({ id: `section-${number}`, title: `${number}. ${title}` })),
  { id: "published", title: "16. Published tables" },
  { id: "left-out", title: "17. What it leaves out" },
  { id: "ranges", title: "18. Ranges and what moves together" },
  { id: "sources", title: "19. Sources" },
];

export default page({ name: "/method", requires: "nobody", title: "Method" }, () => {
  return (
    <WidePage>
      <PageTitle title="Method" />
      <p className={styles.lead}>
        Every formula of the model, version {modelVersion}, with its unit and source, as it is evaluated; the published
        tables that it reproduces; and what it leaves out. The units of each formula are checked, and so is every figure
        in print.
      </p>
      <nav aria-label="Parts of the method">
        <ol className={styles.contents}>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map(({ number, title, paragraphs, groups }) => (
        <section key={number} className={styles.section} aria-labelledby={`section-${number}`}>
          <h2 id={`section-${number}`} className={styles.title}>
            {number}. {title}
          </h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className={styles.prose}>
              {paragraph}
            </p>
          ))}
          {groups.map((group) => (
            <FormulaList key={group.title} group={group} />
          ))}
        </section>
      ))}
      <section className={styles.section} aria-labelledby="published">
        <h2 id="published" className={styles.title}>
          16. Published tables
        </h2>
        <p className={styles.prose}>
          Published figures beside the model’s results for the same inputs. Each case can be opened as a model of your
          own: choose it under “Published cases” for a new model.
        </p>
        {tables.map(({ title, what, source, rows }) => (
          <div key={title} className={styles.table}>
            <h3 className={styles.subtitle}>{title}</h3>
            <p className={styles.prose}>
              {what} <SourceText text={source} />
            </p>
            <PrintedTable title={title} rows={rows} />
          </div>
        ))}
      </section>
      <section className={styles.section} aria-labelledby="left-out">
        <h2 id="left-out" className={styles.title}>
          17. What it leaves out
        </h2>
        <dl className={styles.omissions}>
          {leftOut.map(({ what, why }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section} aria-labelledby="ranges">
        <h2 id="ranges" className={styles.title}>
          18. Ranges and what moves together
        </h2>
        <p className={styles.prose}>
          How far an input may lie from its default, the middle: one time in ten it is lower, one time in ten higher.
          Trials draw from these ranges, or from your own. An input without one is a choice, or a fact.
        </p>
        {ranges.map(({ title, rows }) => (
          <RangeList key={title} title={title} rows={rows} />
        ))}
        <p className={styles.prose}>
          Inputs with a common cause move together. How strongly can be chosen for each model: none, some (a correlation
          of 0.6 with the cause) or strong (0.9).
        </p>
        <dl className={styles.omissions}>
          {driverKeys.map((key) => (
            <div key={key}>
              <dt>
                {drivers[key].label} ({drivers[key].strength})
              </dt>
              <dd>{drivers[key].why}.</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section} aria-labelledby="sources">
        <h2 id="sources" className={styles.title}>
          19. Sources
        </h2>
        <p className={styles.prose}>
          What formulas, defaults and templates name. A default says beside its input what it rests on; an assumption
          says that it is one.
        </p>
        <ul className={styles.sources}>
          {references.map(({ key, citation, href }) => (
            <li key={key} id={referenceId(key)}>
              {citation}{" "}
              {href === undefined ? null : (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {href.replace(/^https:\/\//, "")}
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
    </WidePage>
  );
});
