"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import { routes } from "@/lib/routes";

const look = { variant: "subtle", size: "compact-sm", ink: "var(--ink)" } as const;

export function SignOutButton() {
  const [isLeaving, setIsLeaving] = useState(false);
  function leave() {
    setIsLeaving(true);
    // Few visits end by signing out: its code loads on the click.
    import("next-auth/react")
      .then(({ signOut }) => signOut({ callbackUrl: routes.home }))
      .catch(() => setIsLeaving(false));
  }
  return isLeaving ? (
    <Button variant="subtle" color="gray" c="var(--ink)" size="compact-sm" loading>
      Sign out
    </Button>
  ) : (
    <WrittenButton look={look} onClick={leave}>
      Sign out
    </WrittenButton>
  );
}
