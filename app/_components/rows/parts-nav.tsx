import { SubTabs } from "@/app/_components/shell/sub-tabs";
import { type RowsPart, routes, rowsParts } from "@/lib/routes";
import { partTitles } from "./parts";

/** The parts of what a model rests on: single figures, and what is stated in rows. */
export function PartsNav({ modelId, part: current }: { modelId: string; part: RowsPart | "figures" }) {
  const tabs = [
    { href: routes.assumptions(modelId), words: "Figures", isCurrent: current === "figures" },
    ...rowsParts.map((part) => ({
      href: routes.ownRows(modelId, part),
      words: partTitles[part],
      isCurrent: part === current,
    })),
  ];
  return <SubTabs label="Parts of the assumptions" tabs={tabs} />;
}
