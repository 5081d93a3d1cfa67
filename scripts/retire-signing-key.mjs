import { withClient } from "./database/roles.mjs";
import { reachDatabase } from "./starting/reach-database.mjs";
import { errorCode } from "./support/error-code.mjs";
import { explain } from "./support/explain.mjs";

/**
 * `npm run key:retire`: the key that signs records of decisions signs no more, and its private half is erased. The next signature makes
 * another. Its public half stays listed, so that what it has signed still verifies.
 */
async function retireKey() {
  const database = await reachDatabase();
  try {
    const isRetired = await withClient(
      database.ownerUrl,
      async (client) => (await client.query("select retire_signing_key() as retired")).rows[0].retired,
    );
    console.log(isRetired ? "The key is retired. The next record makes another." : "There is no key yet.");
  } finally {
    await database.stop?.();
  }
}

try {
  await retireKey();
} catch (error) {
  if (errorCode(error) === "42883") console.error("The database has no tables yet. Run npm start once first.");
  else console.error(explain(error));
  process.exitCode = 1;
}
