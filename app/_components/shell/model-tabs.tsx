import { CommentsWord } from "@/app/_components/comments/comments-word";
import { Link } from "@/app/_components/ui/link";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { viewSettingsText } from "@/lib/analysis/view-settings";
import { routes } from "@/lib/routes";
import styles from "./model-shell.module.css";

export type ModelPage =
  | "answer"
  | "assumptions"
  | "breakdown"
  | "scenarios"
  | "decision"
  | "decisions"
  | "history"
  | "comments"
  | "share";

const tabs = [
  { page: "answer", address: routes.model, words: "Answer" },
  { page: "assumptions", address: routes.assumptions, words: "Assumptions" },
  { page: "breakdown", address: routes.breakdown, words: "Breakdown" },
  { page: "scenarios", address: routes.scenarios, words: "Scenarios" },
  { page: "decision", address: routes.decision, words: "Decision" },
  { page: "history", address: routes.history, words: "History" },
  { page: "comments", address: routes.comments, words: null },
] as const;

/** The pages of one model, each with the settings of this one. */
export function ModelTabs({ modelId, page: current }: { modelId: string; page: ModelPage }) {
  const [settings] = useViewSettings();
  const text = viewSettingsText(settings);
  return (
    <nav className={styles.tabs} aria-label="Pages of this model">
      {tabs.map(({ page, address, words }) => (
        <Link
          key={page}
          href={`${address(modelId)}${text}`}
          aria-current={page === current ? "page" : page === "decision" && current === "decisions" ? "true" : undefined}
        >
          {words ?? <CommentsWord modelId={modelId} />}
        </Link>
      ))}
    </nav>
  );
}
