"use client";

import { Button, Menu } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { routes } from "@/lib/routes";
import styles from "./organisation-switch.module.css";

export interface OrganisationSwitchProps {
  organisations: readonly { id: string; name: string }[];
  /** The one that the person works in; null where they belong to none. */
  currentId: string | null;
  switchTo: (organisationId: string) => Promise<{ ok: boolean }>;
}

/** Which organisation the person works in, and the way to another. */
export function OrganisationSwitch({ organisations, currentId, switchTo }: OrganisationSwitchProps) {
  const [isSwitching, setIsSwitching] = useState(false);
  const current = organisations.find(({ id }) => id === currentId);

  async function choose(id: string) {
    if (id === currentId) return;
    setIsSwitching(true);
    const outcome = await switchTo(id).catch(() => ({ ok: false }));
    if (!outcome.ok) return setIsSwitching(false);
    // A whole load, so that nothing of the other organisation remains; the settings stay where they are.
    const isInSettings = window.location.pathname.startsWith(`${routes.settings}/`);
    window.location.assign(isInSettings ? window.location.pathname : routes.models);
  }

  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--ink)"
          size="compact-sm"
          className={styles.target}
          loading={isSwitching}
          aria-label={current ? `Organisation: ${current.name}` : "Organisation: none"}
          rightSection={<span aria-hidden="true">▾</span>}
        >
          {current?.name ?? "No organisation"}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {organisations.length === 0 ? null : (
          <>
            <div className={styles.list}>
              <Menu.RadioGroup value={currentId} onChange={choose}>
                {organisations.map(({ id, name }) => (
                  <Menu.RadioItem key={id} value={id} closeMenuOnClick className={styles.item}>
                    {name}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </div>
            <Menu.Divider />
            <Menu.Item component={Link} href={routes.members}>
              Members
            </Menu.Item>
          </>
        )}
        <Menu.Item component={Link} href={`${routes.organisationSettings}#another`}>
          Make another organisation
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
