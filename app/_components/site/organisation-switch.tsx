"use client";

import { useState } from "react";
import { MenuButton } from "@/app/_components/ui/menu/menu-button";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { routes } from "@/lib/routes";
import styles from "./organisation-switch.module.css";

export interface OrganisationSwitchProps {
  organisations: readonly { id: string; name: string }[];
  /** The current organisation; null where the person belongs to none. */
  currentId: string | null;
  switchTo: (organisationId: string) => Promise<{ ok: boolean }>;
}

/** The current organisation, and the choice of another. */
export function OrganisationSwitch({ organisations, currentId, switchTo }: OrganisationSwitchProps) {
  const [isSwitching, setIsSwitching] = useState(false);
  const current = organisations.find(({ id }) => id === currentId);

  async function choose(id: string) {
    if (id === currentId) return;
    setIsSwitching(true);
    const outcome = await switchTo(id).catch(() => ({ ok: false }));
    if (!outcome.ok) return setIsSwitching(false);
    // A full page load, so that nothing of the other organisation remains; settings pages stay open.
    const isInSettings = window.location.pathname.startsWith(`${routes.settings}/`);
    window.location.assign(isInSettings ? window.location.pathname : routes.models);
  }

  const entries: MenuEntry[] = [
    { kind: "link", label: "Make another organisation", href: `${routes.organisationSettings}#another` },
  ];
  if (organisations.length > 0)
    entries.unshift(
      {
        kind: "choice",
        value: currentId,
        options: organisations.map(({ id, name }) => ({ value: id, label: name })),
        onChoose: choose,
      },
      { kind: "divider" },
      { kind: "link", label: "Members", href: routes.members },
    );

  return (
    <MenuButton
      label={current?.name ?? "No organisation"}
      button={{
        variant: "subtle",
        color: "gray",
        c: "var(--ink)",
        size: "compact-sm",
        className: styles.target,
        loading: isSwitching,
        "aria-label": current ? `Organisation: ${current.name}` : "Organisation: none",
        rightSection: <span aria-hidden="true">▾</span>,
      }}
      position="bottom-start"
      width={280}
      entries={entries}
    />
  );
}
