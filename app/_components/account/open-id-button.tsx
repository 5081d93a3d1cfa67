"use client";

import { Button } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { useIsMounted } from "../ui/hydration/use-is-mounted";
import styles from "./account.module.css";

interface OpenIdButtonProps {
  /** The provider's name. */
  name: string;
  verb: "Sign in" | "Sign up";
  next: string;
}

/** Goes to the OpenID Connect provider and comes back to `next`; a rule separates it from the form below. */
export function OpenIdButton({ name, verb, next }: OpenIdButtonProps) {
  const isMounted = useIsMounted();
  const [isLeaving, setIsLeaving] = useState(false);
  function leave() {
    setIsLeaving(true);
    signIn("oidc", { callbackUrl: next }).catch(() => setIsLeaving(false));
  }
  return (
    <>
      <Button variant="default" disabled={!isMounted} loading={isLeaving} onClick={leave}>
        {verb} with {name}
      </Button>
      <p className={styles.or}>or with email and password</p>
    </>
  );
}
