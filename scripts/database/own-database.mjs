import { Trouble } from "../trouble.mjs";
import { withClient } from "./roles.mjs";

/**
 * Whether the server behind a URL answers and is one this can work with.
 *
 * @param {string} name of the variable that holds the URL
 * @param {string} url
 */
export async function checkAnswers(name, url) {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const place = `${hostname}:${port || 5432}${pathname}`;
  const schema = searchParams.get("schema");
  if (schema && schema !== "public") {
    throw new Trouble(
      `${name} asks for the schema ${schema}.`,
      "Peerbalance keeps its tables in public; give it a database of its own.",
    );
  }
  try {
    const version = await withClient(url, async (client) => {
      const { rows } = await client.query("select current_setting('server_version_num')::int as version");
      return rows[0].version;
    });
    if (version < 150000) {
      throw new Trouble(`${name} leads to PostgreSQL ${Math.floor(version / 10000)}.`, "Use PostgreSQL 15 or later.");
    }
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `${name} does not answer at ${place}: ${reason(error)}.`,
      `Start that server or correct ${name}.`,
    );
  }
}

function reason(error) {
  const code = error.code ?? error.errors?.[0]?.code;
  const known = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "there is no such host",
    EAI_AGAIN: "the name of the host could not be looked up",
    ETIMEDOUT: "it did not answer in time",
    "28P01": "the password is wrong",
    28000: "this user may not connect",
    "3D000": "there is no such database",
  };
  return known[code] ?? error.message ?? String(error);
}
