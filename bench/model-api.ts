import type { SignedIn } from "../test/signed-in";

/** Calls of the API on models, by which a save never meets another: it is of whatever stands. */
export function modelApi(url: string, { token }: SignedIn) {
  return async (method: string, address: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "if-match": "*" };
    const answer = await fetch(`${url}/api/v1${address}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string; revision: number };
  };
}
