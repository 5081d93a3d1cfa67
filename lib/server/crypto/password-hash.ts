import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { normalisePassword } from "./password-rules";

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), parameters);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (nobody has the address) it works as long and says no,
 * so that the time taken does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(passwordHash ?? (await nobodys), normalisePassword(password));
  return passwordHash !== null && isRight;
}
