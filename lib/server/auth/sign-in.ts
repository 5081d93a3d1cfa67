import "server-only";
import { z } from "zod";
import { emailSchema, typedPasswordSchema } from "@/lib/schemas/person";
import { userOfPassword } from "@/lib/server/access/person";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { knownBrowser } from "./known-browser";
import { recordFailure } from "./record-failure";
import { afterFirstStep, type SignInOutcome } from "./second-factor/sign-in-step";
import { admitAttempt, forgiveAttempt } from "./sign-in-attempts";

const credentialsSchema = z.object({ email: emailSchema, password: typedPasswordSchema });

/** Signs in by address and password; a wrong address and a wrong password answer alike and take alike long. */
export async function signIn(credentials: unknown, origin: RequestOrigin): Promise<SignInOutcome> {
  const given = credentialsSchema.safeParse(credentials);
  if (!given.success) return { kind: "wrong" };
  const { email, password } = given.data;
  const attempt = { email, address: origin.address, knownBrowser: await knownBrowser(email) };
  const admission = await admitAttempt(attempt);
  if (!admission.admitted) return { kind: "wait", seconds: admission.waitSeconds };
  const user = await userOfPassword(email, password);
  if (user === null) {
    recordFailure(email, origin, "password");
    return { kind: "wrong" };
  }
  await forgiveAttempt(attempt);
  return afterFirstStep({ ...user, email }, "password", origin);
}
