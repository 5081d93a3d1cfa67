import Link from "next/link";
import { type RowsPart, routes, rowsParts } from "@/lib/routes";
import { partTitles } from "./parts";
import styles from "./parts-nav.module.css";

/** The parts of what a model rests on: single figures, and what is stated in rows. */
export function PartsNav({ modelId, part: current }: { modelId: string; part: RowsPart | "figures" }) {
  return (
    <nav className={styles.parts} aria-label="Parts of the assumptions">
      <Link href={routes.assumptions(modelId)} aria-current={current === "figures" ? "page" : undefined}>
        Figures
      </Link>
      {rowsParts.map((part) => (
        <Link key={part} href={routes.ownRows(modelId, part)} aria-current={current === part ? "page" : undefined}>
          {partTitles[part]}
        </Link>
      ))}
    </nav>
  );
}
