import "server-only";
import { createHash } from "node:crypto";

/** So many that those of pages, saves and the API all fit; lists of ids of every length are texts of their own, and come after. */
const mostNames = 200;

/**
 * Names the statements that come again and again, so that PostgreSQL parses and plans them once a connection: under row-level security
 * to plan a statement takes several times as long as to run it.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // A statement without a name is forgotten after its use; so is what only opens or ends a transaction.
    if (names.size >= mostNames || !/^\s*(select|insert|update|delete|with)\b/i.test(sql)) return "";
    const name = `pb_${createHash("sha256").update(sql).digest("base64url").slice(0, 24)}`;
    names.set(sql, name);
    return name;
  };
}
