import type { DecisionDocument } from "@/lib/decision/document";
import { recordFile } from "@/lib/decision/record-file";
import { newKeyPair, type PublishedKey, sign, signingKeyOf } from "@/lib/decision/signing";
import { canonicalJson } from "@/lib/text/canonical-json";
import { sha256Of } from "@/lib/text/sha-256";

const ada = { id: "00000000-0000-4000-8000-000000000001", name: "Ada" };

/** A record of few words and figures. */
export const smallDocument: DecisionDocument = {
  format: "peerbalance decision 1",
  product: { name: "Peerbalance", version: "0.1.0", address: "https://example.org" },
  number: 1,
  supersedes: null,
  proposedAt: "2027-03-03T09:00:00.000Z",
  proposedBy: ada,
  decision: {
    architecture: "onPremises",
    title: "Own servers",
    reasons: "Cheapest",
    alternatives: [{ architecture: "cloud", whyNot: "Dearer" }],
    dissent: "",
    reviewOn: "2028-03-03",
    conditions: [{ of: "input", input: "users", is: "above", than: 90000 }],
    owner: ada,
    approvers: [ada],
    approvalsNeeded: 1,
  },
  model: {
    ...{ id: "00000000-0000-4000-8000-000000000002", name: "Patches", description: "", organisation: "Ada’s" },
    ...{ revision: 1, version: 2, startMonth: "2027-01", fiscalYearStart: 1 },
    ...{ currency: "USD", currencyRate: 1, currencyRateDate: null },
  },
  inputs: { users: { value: 60000, default: 40000, range: null, evidence: null, note: "", source: "" } },
  rows: { customLines: [] },
  scenarios: [],
  drivers: {},
  trials: 10000,
  seed: 1,
  results: {
    ranking: ["onPremises", "cloud"],
    architectures: {
      onPremises: { netPresentCost: 1, total: 1, levelisedMonthly: 1, perUserMonth: null, eligible: true },
      cloud: { netPresentCost: 2.5, total: 3, levelisedMonthly: 2, perUserMonth: 0.1, eligible: true },
    },
  },
  uncertainty: null,
  criteria: null,
};

/** A key of an installation, to sign with and as it is published. */
export async function someKey() {
  const { publicKey, privateKey } = await newKeyPair();
  const published: PublishedKey = { ...publicKey, since: "2027-01-01T00:00:00.000Z", retired: null };
  return { signing: await signingKeyOf(publicKey, privateKey), published };
}

/** A record of the document, approved by Ada. */
export async function someRecord({ signing }: Awaited<ReturnType<typeof someKey>>, document = smallDocument) {
  const text = canonicalJson(document);
  const digest = await sha256Of(text);
  const at = "2027-03-04T09:00:00.000Z";
  const answers = [{ person: ada, answer: "approved", at, signedInBy: "password", digest } as const];
  const standing = { state: "approved", decidedAt: at, supersededBy: null, answers } as const;
  return recordFile(
    { document: text, digest, signature: await sign(text, signing), standing: { ...standing, answers: [...answers] } },
    signing,
  );
}
