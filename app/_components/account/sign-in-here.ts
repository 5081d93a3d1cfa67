"use client";

import { signIn } from "next-auth/react";
import { openedElsewhereMessage } from "@/lib/opened-elsewhere";
import { type Refusal, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";

/** Signs in and goes on to `next`, a path of this site; returns the refusal, or null where it has gone on. */
export function signInHere(email: string, password: string, next: string): Promise<Refusal | null> {
  return signInWith("credentials", { email, password }, next, "Email or password is wrong. Check both and try again.");
}

/**
 * Signs in by one of the ways of lib/server/auth/options.ts and goes on: to `next`, or to the second step first.
 *
 * @param wrong the message for wrong credentials
 */
export async function signInWith(
  way: "credentials" | "link" | "code",
  credentials: Record<string, string>,
  next: string,
  wrong: string,
): Promise<Refusal | null> {
  const outcome = await signIn(way, { ...credentials, redirect: false, callbackUrl: next });
  const error = outcome?.error ?? (outcome?.ok ? null : "unknown");
  const message = error === "secondStep" ? null : faultMessage(error, wrong);
  if (message) return refused("form", message);
  // A full page load, so that no state of an earlier visitor remains.
  window.location.assign(
    error === "secondStep" ? `${routes.signInCode}?callbackUrl=${encodeURIComponent(next)}` : next,
  );
  return null;
}

function faultMessage(error: string | null, wrong: string): string | null {
  if (error === null) return null;
  const seconds = Number(/^wait-(\d+)$/.exec(error)?.[1]);
  if (seconds) return `Too many tries. Wait ${durationOf(seconds)}, then try again.`;
  const elsewhere = openedElsewhereMessage(error);
  if (elsewhere) return elsewhere;
  if (error === "over") return "This has been used or has taken too long. Begin again.";
  if (error === "database") {
    return "The database cannot be reached just now. What you typed is still here. Wait a moment, then try again.";
  }
  return error === "CredentialsSignin"
    ? wrong
    : "Signing in did not work. Try again; if it happens again, tell this site's administrator.";
}

function durationOf(seconds: number): string {
  if (seconds >= 3600) return "an hour";
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
