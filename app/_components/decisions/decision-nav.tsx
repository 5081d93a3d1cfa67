import { SubTabs } from "@/app/_components/shell/sub-tabs";
import { routes } from "@/lib/routes";

/** The way to a decision: what is weighed, and what was decided and signed. */
export function DecisionNav({ modelId, part }: { modelId: string; part: "weigh" | "records" }) {
  return (
    <SubTabs
      label="Parts of the decision"
      tabs={[
        { href: routes.decision(modelId), words: "What it would take", isCurrent: part === "weigh" },
        { href: routes.decisions(modelId), words: "Decided", isCurrent: part === "records" },
      ]}
    />
  );
}
