"use client";

import { Button } from "@mantine/core";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { routes } from "@/lib/routes";

export function SignOutButton() {
  const [isLeaving, setIsLeaving] = useState(false);
  function leave() {
    setIsLeaving(true);
    signOut({ callbackUrl: routes.home }).catch(() => setIsLeaving(false));
  }
  return (
    <Button variant="subtle" color="gray" c="var(--ink)" size="compact-sm" loading={isLeaving} onClick={leave}>
      Sign out
    </Button>
  );
}
