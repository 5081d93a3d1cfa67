"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { routes } from "@/lib/routes";

export function SignOutButton() {
  const [isLeaving, setIsLeaving] = useState(false);
  function leave() {
    setIsLeaving(true);
    // Few visits end by signing out: its code loads on the click.
    import("next-auth/react")
      .then(({ signOut }) => signOut({ callbackUrl: routes.home }))
      .catch(() => setIsLeaving(false));
  }
  return (
    <Button variant="subtle" color="gray" c="var(--ink)" size="compact-sm" loading={isLeaving} onClick={leave}>
      Sign out
    </Button>
  );
}
