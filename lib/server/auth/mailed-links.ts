import "server-only";
import { createHash } from "node:crypto";
import { after } from "next/server";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { userOfSignInLink } from "@/lib/server/access/person";
import type { SignInOutcome } from "@/lib/server/auth/second-factor/sign-in-step";
import { unsafeBeginMailedReset, unsafeBeginSignInLink, unsafeFindMailLink } from "@/lib/server/auth/sql";
import { hashToken, isToken, newToken } from "@/lib/server/crypto/tokens";
import { isMailSetUp, type Mail, sendMail } from "@/lib/server/mail/send-mail";
import { env } from "@/lib/server/runtime/env";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { afterFirstStep } from "./second-factor/sign-in-step";

const lasts = { "sign-in": 15, reset: 60 };

/**
 * Mails a link to sign in or to set a new password. Who asks gets the same answer whether or not someone has the address, and as
 * fast: all that differs is done after the answer was sent. Twenty an hour for a client are answered, five an hour for an address sent.
 */
export async function askForLink(kind: "sign-in" | "reset", email: string, origin: RequestOrigin): Promise<Outcome> {
  const refuse = (message: string): Outcome => refused("form", message);
  if (!isMailSetUp()) return refuse("This site sends no mail. Ask the people who run it for a link.");
  if (!(await isWithinLimit("ask-link", networkOf(origin.address), { points: 20, seconds: 3600 }))) {
    return refuse("Too many links were asked for from your network. Wait an hour, then try again.");
  }
  after(() =>
    mailLink(kind, email).catch((error: unknown) =>
      logger.error({ requestId: origin.requestId, err: error }, "a link could not be mailed"),
    ),
  );
  return { ok: true };
}

async function mailLink(kind: "sign-in" | "reset", email: string): Promise<void> {
  const key = createHash("sha256").update(`${kind}\n${email}`).digest("base64url");
  if (!(await isWithinLimit("mail-link", key, { points: 5, seconds: 3600 }))) return;
  const token = newToken();
  const expiresAt = new Date(Date.now() + lasts[kind] * 60_000);
  const begin = kind === "reset" ? unsafeBeginMailedReset : unsafeBeginSignInLink;
  if (await begin(email, hashToken(token), expiresAt)) await sendMail({ to: email, ...textOf(kind, token) });
}

function textOf(kind: "sign-in" | "reset", token: string): Pick<Mail, "subject" | "text"> {
  const path = kind === "reset" ? routes.reset(token) : routes.signInLink(token);
  const does = kind === "reset" ? "set a new password" : "sign in";
  return {
    subject: kind === "reset" ? "Set a new password for Peerbalance" : "Sign in to Peerbalance",
    text: [
      `Someone, probably you, asked for a link to ${does} at ${env().APP_URL}.`,
      `Open it and press the button there. It works once, within ${lasts[kind] === 60 ? "an hour" : `${lasts[kind]} minutes`}:`,
      `${env().APP_URL}${path}`,
      "If it was not you, do nothing: without the link nobody gets in. Give it to nobody.",
      "",
    ].join("\n\n"),
  };
}

/** Whom a link would sign in, or null where it is unknown, used or expired. Looking uses nothing up: mail scanners look. */
export async function findSignInLink(token: string): Promise<{ email: string; isFirst: boolean } | null> {
  return isToken(token) ? unsafeFindMailLink(hashToken(token), "sign_in") : null;
}

/** Signs in by a mailed link, which is used up. */
export async function signInByLink(token: unknown, origin: RequestOrigin): Promise<SignInOutcome> {
  if (!isToken(token)) return { kind: "over" };
  if (!(await isWithinLimit("use-link", networkOf(origin.address), { points: 30, seconds: 15 * 60 }))) {
    return { kind: "wait", seconds: 15 * 60 };
  }
  const user = await userOfSignInLink(token);
  return user ? afterFirstStep(user, "mail", origin) : { kind: "over" };
}
