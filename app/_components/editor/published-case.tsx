import { memo } from "react";
import { PrintedTable } from "@/app/_components/results/tables/printed-table";
import { Section } from "@/app/_components/ui/page/section";
import type { ModelResult } from "@/lib/model/result";
import { workedExampleOf } from "@/lib/model/worked-examples";

interface PublishedCaseProps {
  templateKey: string | null;
  result: ModelResult;
}

/** Of a model that reproduces a published case: what was published and what is worked out, side by side, before any verdict. */
export const PublishedCase = memo(function PublishedCase({ templateKey, result }: PublishedCaseProps) {
  const example = workedExampleOf(templateKey);
  if (example === undefined) return null;
  return (
    <Section title="Published case" unit={`published and reproduced, side by side: ${example.title}`}>
      <PrintedTable
        title={example.title}
        rows={example.figures.map((figure) => ({ ...figure, here: figure.of(result) }))}
      />
    </Section>
  );
});
