import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { cookieName } from "@/lib/cookie-names";

/** A person with an organisation, a session and an API token, put straight into the database of a server under test. */
export interface SignedIn {
  /** What a browser sends to the server of this APP_URL. */
  cookieFor: (appUrl: string) => string;
  token: string;
  userId: string;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/**
 * @param superuserUrl of the database itself
 * @param secret the NEXTAUTH_SECRET of the servers that shall believe the cookie
 */
export async function signedIn(superuserUrl: string, secret: string): Promise<SignedIn> {
  const session = randomBytes(32).toString("base64url");
  const token = `pb_${randomBytes(32).toString("base64url")}`;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Not a hash of any password: it only has the form of one.
    const hash = "$argon2id$v=19$m=19456,t=2,p=1$bm90IGEgc2FsdA$bm90IGEgaGFzaCBvZiBhbnkgcGFzc3dvcmQ";
    const email = `${randomBytes(8).toString("hex")}@example.org`;
    const { rows } = await client.query(
      "select user_id, organisation_id from create_account($1, 'Ada', $2, 'Ada''s organisation')",
      [email, hash],
    );
    const { user_id, organisation_id } = rows[0];
    await client.query(
      "insert into sessions (token_hash, user_id, address, agent) values ($1, $2, '192.0.2.1', 'test')",
      [sha256(session), user_id],
    );
    await client.query(
      `insert into api_tokens (organisation_id, user_id, name, token_hash, scopes, expires_at)
       values ($1, $2, 'test', $3, '{models:read,models:write}', now() + interval '1 day')`,
      [organisation_id, user_id, sha256(token)],
    );
    const jwt = await encode({ token: { sessionToken: session }, secret });
    return { cookieFor: (appUrl) => `${cookieName(appUrl, "session")}=${jwt}`, token, userId: user_id };
  } finally {
    await client.end();
  }
}
