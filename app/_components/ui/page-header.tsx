import Link from "next/link";
import { routes } from "@/lib/routes";
import { ColorSchemeSwitch } from "./color-scheme-switch";
import styles from "./page-header.module.css";

export function PageHeader() {
  return (
    <header className={styles.header}>
      <Link href={routes.home} className={styles.name}>
        Peerbalance
      </Link>
      <nav className={styles.links} aria-label="Site">
        <ColorSchemeSwitch />
      </nav>
    </header>
  );
}
