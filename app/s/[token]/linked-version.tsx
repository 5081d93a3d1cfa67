import figures from "@/app/_components/ui/figure-table.module.css";
import { Notice } from "@/app/_components/ui/notice";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { modelVersion } from "@/lib/model/version";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import { versionDifferences } from "./version-differences";

/**
 * That a model keeps to an earlier version of the defaults, and which of them are others today. No totals of the present version: beside
 * those of the model's own they would tell pay where the link leaves it out.
 */
export function LinkedVersion({ model }: { model: LinkedModel }) {
  const version = model.modelVersion;
  if (version === modelVersion) return null;
  const differences = versionDifferences(model);
  return (
    <Notice tone="plain" title={`This model keeps to version ${version} of the defaults`}>
      <p>
        What is shown is worked out by version {modelVersion} of the formulas, with the defaults of version {version}.
      </p>
      {differences.length === 0 ? null : (
        <Scroller label="Defaults then and now">
          <table className={figures.table} aria-label="Defaults then and now">
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">Version {version}</th>
                <th scope="col">Version {modelVersion}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ key, label, now, next }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td>{now}</td>
                  <td>{next}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Notice>
  );
}
