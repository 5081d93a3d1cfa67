import { beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/text/canonical-json";
import { sha256Of } from "@/lib/text/sha-256";
import { smallDocument, someKey, someRecord } from "@/test/decision";
import { verifyRecord } from "./verify";

let key: Awaited<ReturnType<typeof someKey>>;
let file: string;

beforeAll(async () => {
  key = await someKey();
  file = await someRecord(key);
});

/** Why a file is refused. */
async function why(given: string | Uint8Array, keys = [key.published]): Promise<string> {
  const outcome = await verifyRecord(given, keys);
  return outcome.ok ? "it is right" : outcome.faults.map(({ message }) => message).join(" ");
}

const changed = (change: (record: ReturnType<typeof JSON.parse>) => void) => {
  const record = JSON.parse(file);
  change(record);
  return canonicalJson(record);
};

describe("a record", () => {
  it("is right as it was written, and says by which key", async () => {
    const outcome = await verifyRecord(new TextEncoder().encode(file), [key.published]);
    expect(outcome).toMatchObject({ ok: true, record: { document: smallDocument }, signedBy: key.published });
  });

  it("is refused with any single byte changed, taken out or put in", async () => {
    const bytes = new TextEncoder().encode(file);
    expect(bytes.length).toBeGreaterThan(2000);
    const right: string[] = [];
    const tryIt = async (given: Uint8Array, what: string) => {
      if ((await verifyRecord(given, [key.published])).ok) right.push(what);
    };
    for (let place = 0; place < bytes.length; place++) {
      // Another letter or digit, another case, and a byte that is no text.
      for (const bit of [1, 32, 128]) {
        await tryIt(bytes.with(place, (bytes[place] as number) ^ bit), `bit ${bit} of byte ${place}`);
      }
      await tryIt(Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place + 1)]), `without ${place}`);
      await tryIt(Uint8Array.from([...bytes.subarray(0, place), 32, ...bytes.subarray(place)]), `a space at ${place}`);
    }
    await tryIt(Uint8Array.from([...bytes, 10]), "a line's end behind it");
    expect(right).toEqual([]);
  });

  it("says what is wrong", async () => {
    expect(await why(file.replace("Cheapest", "Dearest!"))).toMatch(/^The document was changed after it was frozen/);
    expect(await why("{")).toMatch(/^The file is no JSON/);
    expect(await why(Uint8Array.of(255, 254))).toMatch(/^The file is no text in UTF-8/);
    expect(await why("{}")).toMatch(/^The file is no record of a decision that this version knows/);
    expect(await why(`${JSON.stringify(JSON.parse(file), null, 2)}\n`)).toMatch(/^The file was written anew/);
    expect(await why(file, [])).toMatch(/^The document is signed by a key that is none of these keys/);
    const forged = changed(({ standing }) => {
      standing.answers[0].digest = "0".repeat(64);
    });
    expect(await why(forged)).toMatch(/^Ada answered for another document/);
    const rejected = changed(({ standing }) => {
      standing.state = "rejected";
    });
    expect(await why(rejected)).toMatch(/^The signature of the state and its approvals is not that of key/);
  });

  it("is refused where a forger made the digest anew, and where one signed with a key of their own", async () => {
    const document = { ...smallDocument, number: 2 };
    const digest = await sha256Of(canonicalJson(document));
    const forged = changed((record) => {
      Object.assign(record, { document, digest });
      Object.assign(record.standing, { digest });
      for (const answer of record.standing.answers) answer.digest = digest;
    });
    expect(await why(forged)).toMatch(/^The signature of the document is not that of key/);
    const forger = await someKey();
    const theirs = await someRecord(forger, document);
    expect(await why(theirs)).toMatch(/none of these keys/);
    // A key that goes by another's name.
    const posing = { ...forger.published, kid: key.published.kid };
    const renamed = theirs.replaceAll(forger.published.kid, key.published.kid);
    expect(await why(renamed, [posing])).toMatch(/none of these keys/);
  });

  it("stays right after the key was retired, as long as it is listed", async () => {
    const next = await someKey();
    expect(await why(file, [next.published, { ...key.published, retired: "2027-04-01T00:00:00.000Z" }])).toBe(
      "it is right",
    );
  });
});
