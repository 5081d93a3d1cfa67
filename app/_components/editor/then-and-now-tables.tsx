import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import { DifferencesTable } from "@/app/_components/document/differences-table";
import type { ThenAndNow } from "@/app/_components/document/then-and-now";
import { difference } from "@/app/_components/scenarios/costs-table";
import figures from "@/app/_components/ui/figure-table.module.css";
import lists from "@/app/_components/ui/page/answers-list.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { architectures } from "@/lib/model/architectures";
import { modelVersion } from "@/lib/model/version";
import { formatExact } from "@/lib/value/format";
import { inReadersMarks } from "@/lib/value/number-marks";
import styles from "./version-notice.module.css";

interface Compared {
  version: number;
  compared: ThenAndNow;
}

/** What a model answers by its version and by the present one. */
export function AnswersThenAndNow({
  version,
  compared: { earlier, present },
  answerThen,
}: Compared & { answerThen: string | undefined }) {
  return (
    <>
      <dl className={lists.answers}>
        <dt>Version {version}</dt>
        <dd>{earlier.answer}</dd>
        <dt>Version {modelVersion}</dt>
        <dd>{present.answer}</dd>
      </dl>
      {answerThen === undefined ? null : (
        <p>
          When the model was last saved, its answer was: “{inReadersMarks(answerThen)}” The difference comes from
          formulas or wording that have changed since: here version {version} is worked out with its defaults and the
          formulas of version {modelVersion}.
        </p>
      )}
    </>
  );
}

/** Its total costs by both. */
export function CostsThenAndNow({
  version,
  compared: { earlier, present },
  currency,
}: Compared & { currency: string }) {
  const months = (present.result ?? earlier.result)?.months.length ?? 1;
  return (
    <div>
      <p className={styles.caption}>
        Total cost over {months - 1} months, {currency}
      </p>
      <Scroller label="Total costs then and now">
        <table className={figures.table} aria-label="Total costs then and now">
          <TableHead names={["Architecture", `Version ${version}`, `Version ${modelVersion}`, "Difference"]} />
          <tbody>
            {architectures.map((name) => {
              const [before, after] = [earlier, present].map(({ result }) => result?.architectures[name].total);
              return (
                <tr key={name}>
                  <th scope="row">
                    <ArchitectureName architecture={name} />
                  </th>
                  <td>{formatExact(before, currency)}</td>
                  <td>{formatExact(after, currency)}</td>
                  <td>{before === undefined || after === undefined ? "" : difference(after - before, currency)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}

/** The defaults that differ. */
export function DefaultsThenAndNow({ version, compared: { differences } }: Compared) {
  if (differences.length === 0) return null;
  return (
    <div>
      <p className={styles.caption}>Defaults that differ</p>
      <DifferencesTable
        label="Defaults then and now"
        heads={["Input", `Version ${version}`, `Version ${modelVersion}`]}
        differences={differences}
      />
    </div>
  );
}
