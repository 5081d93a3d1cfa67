import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { normalEmail } from "../lib/email-address.mjs";
import { withClient } from "./database/roles.mjs";
import { readRunning } from "./starting/installation-lock.mjs";
import { reachDatabase } from "./starting/reach-database.mjs";
import { errorCode } from "./support/error-code.mjs";
import { explain } from "./support/explain.mjs";
import { StartupError } from "./support/startup-error.mjs";

/**
 * `npm run user:reset -- EMAIL`: prints a link with which that person sets a new password, once, within 24 hours. For
 * installations without mail; anyone who may run it may read the database anyway. With `--two-factor-off` it also turns off the second
 * step of signing in, for someone who lost the authenticator and the recovery codes.
 */

/** @param {string | undefined} email @param {boolean} turnsTwoFactorOff */
async function printLink(email, turnsTwoFactorOff) {
  if (!email?.includes("@"))
    throw new StartupError("Whose password?", "Name the address: npm run user:reset -- ada@example.org");
  const { settings, folder, ...database } = await reachDatabase();
  try {
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest();
    const person = await withClient(database.ownerUrl, async (client) => {
      const text = "select begin_password_reset($1, $2, now() + interval '24 hours') as person";
      return (await client.query(text, [normalEmail(email), hash])).rows[0].person;
    });
    if (!person) throw new StartupError(`Nobody signs in as ${email}.`, "Check the spelling of the address.");
    if (turnsTwoFactorOff) {
      const off = await withClient(
        database.ownerUrl,
        async (client) =>
          (await client.query("select remove_second_factor($1) as off", [normalEmail(email)])).rows[0].off,
      );
      console.error(off ? "Two-factor is off now." : "Two-factor was off already.");
    }
    const running = readRunning(path.join(folder, "running.json"));
    const appUrl = settings.APP_URL ?? running?.appUrl ?? `http://localhost:${settings.PORT}`;
    console.log(`${appUrl}/reset/${token}`);
    console.error(
      "Give this link to that person only. It works once, within 24 hours, and ends all their sessions and API tokens.",
    );
  } finally {
    await database.stop?.();
  }
}

try {
  const flag = "--two-factor-off";
  const given = process.argv.slice(2);
  await printLink(
    given.find((argument) => argument !== flag),
    given.includes(flag),
  );
} catch (error) {
  if (errorCode(error) === "42883") console.error("The database has no tables yet. Run npm start once first.");
  else console.error(explain(error));
  process.exitCode = 1;
}
