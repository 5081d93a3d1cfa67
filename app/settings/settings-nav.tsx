"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/app/_components/ui/link";
import { type SettingsSection, settingsSections } from "./sections";
import styles from "./settings.module.css";

const headings: Record<SettingsSection["of"], string> = { you: "You", organisation: "Organisation" };

export function SettingsNav() {
  const path = usePathname();
  return (
    <nav className={styles.nav} aria-label="Settings">
      {(["you", "organisation"] as const).map((of) => {
        const sections = settingsSections.filter((section) => section.of === of);
        if (sections.length === 0) return null;
        return (
          <section key={of} aria-labelledby={`settings-${of}`}>
            <h2 id={`settings-${of}`} className={styles.heading}>
              {headings[of]}
            </h2>
            <ul className={styles.list}>
              {sections.map((section) => (
                <li key={section.path}>
                  <Link href={section.path} aria-current={path === section.path ? "page" : undefined}>
                    {section.label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
