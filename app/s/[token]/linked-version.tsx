import { DifferencesTable } from "@/app/_components/document/differences-table";
import { Notice } from "@/app/_components/ui/notice";
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
        <DifferencesTable
          label="Defaults then and now"
          heads={["Input", `Version ${version}`, `Version ${modelVersion}`]}
          differences={differences}
        />
      )}
    </Notice>
  );
}
