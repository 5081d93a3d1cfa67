import "server-only";
import { z } from "zod";
import { emailSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { userOfPassword } from "@/lib/server/access";
import type { RequestOrigin } from "@/lib/server/request";
import { knownBrowser, rememberBrowser } from "./known-browser";
import { beginSession } from "./sessions";
import { admitAttempt, forgiveAttempt } from "./sign-in-attempts";

const credentialsSchema = z.object({ email: emailSchema, password: typedPasswordSchema });

export type SignInOutcome =
  | { kind: "signedIn"; sessionToken: string }
  | { kind: "wrong" }
  | { kind: "wait"; seconds: number };

/** Signs in by address and password; a wrong address and a wrong password answer alike and take alike long. */
export async function signIn(credentials: unknown, origin: RequestOrigin): Promise<SignInOutcome> {
  const given = credentialsSchema.safeParse(credentials);
  if (!given.success) return { kind: "wrong" };
  const { email, password } = given.data;
  const attempt = { email, address: origin.address, knownBrowser: await knownBrowser(email) };
  const admission = await admitAttempt(attempt);
  if (!admission.admitted) return { kind: "wait", seconds: admission.waitSeconds };
  const user = await userOfPassword(email, password);
  if (user === null) return { kind: "wrong" };
  await forgiveAttempt(attempt);
  await rememberBrowser(email);
  return { kind: "signedIn", sessionToken: await beginSession(user, origin) };
}
