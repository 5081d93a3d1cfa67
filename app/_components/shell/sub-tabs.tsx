import { Link } from "@/app/_components/ui/link";
import styles from "./sub-tabs.module.css";

interface SubTabsProps {
  label: string;
  tabs: readonly { readonly href: string; readonly words: string; readonly isCurrent: boolean }[];
}

/** The parts of one page of a model, below its tabs. */
export function SubTabs({ label, tabs }: SubTabsProps) {
  return (
    <nav className={styles.parts} aria-label={label}>
      {tabs.map(({ href, words, isCurrent }) => (
        <Link key={href} href={href} aria-current={isCurrent ? "page" : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
