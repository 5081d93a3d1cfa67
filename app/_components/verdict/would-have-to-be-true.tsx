import { Link } from "@/app/_components/ui/link";
import { defaultViewSettings, viewSettingsText } from "@/lib/analysis/view-settings";
import type { Architecture } from "@/lib/model/architectures";
import { routes } from "@/lib/routes";
import { spoken } from "@/lib/value/spoken";
import styles from "./flips.module.css";

/** Leads from each architecture that is not first to what would bring it there. */
export function WouldHaveToBeTrue({ modelId, losing }: { modelId: string; losing: readonly Architecture[] }) {
  return (
    <p className={styles.quiet} data-detail>
      What would have to be true for{" "}
      {losing.map((of, place) => (
        <span key={of}>
          {place === 0 ? "" : place === losing.length - 1 ? " or " : ", "}
          <Link href={`${routes.decision(modelId)}${viewSettingsText({ ...defaultViewSettings, of })}`}>
            {spoken[of].within}
          </Link>
        </span>
      ))}
      ?
    </p>
  );
}
