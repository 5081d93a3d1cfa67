"use client";

import { signIn } from "next-auth/react";
import type { Fault } from "@/lib/schemas/model";

/** Signs in and goes on to `next`, a path of this site; returns what was wrong, or null. */
export async function signInHere(email: string, password: string, next: string): Promise<Fault[] | null> {
  const outcome = await signIn("credentials", { redirect: false, email, password, callbackUrl: next });
  const message = faultMessage(outcome?.error ?? (outcome?.ok ? null : "unknown"));
  if (message) return [{ key: "form", message }];
  // A whole load, so that nothing the page knew of an earlier visitor remains.
  window.location.assign(next);
  return null;
}

function faultMessage(error: string | null): string | null {
  if (error === null) return null;
  const seconds = Number(/^wait-(\d+)$/.exec(error)?.[1]);
  if (seconds) return `Too many tries. Wait ${seconds === 1 ? "1 second" : `${seconds} seconds`}, then try again.`;
  return error === "CredentialsSignin"
    ? "Email or password is wrong. Check both and try again."
    : "Signing in did not work. Try again; if it happens again, tell whoever runs this site.";
}
