import { expect, it } from "vitest";
import { smallDocument } from "@/test/decision";
import { chosenWords, type ShownRecord, standingWords } from "./record-words";

const asked = { name: "Ada", answer: null, at: null, signedInBy: null };
const open: ShownRecord = {
  ...{ document: smallDocument, digest: "0".repeat(64), state: "proposed", decidedAt: null, supersededBy: null },
  approvers: [asked],
};
const decidedAt = "2027-03-04T09:00:00.000Z";

it.each<[Partial<ShownRecord>, string, string]>([
  [{}, "Proposed: own servers", "Waits for Ada."],
  [
    { approvers: [asked, { ...asked, name: "Bob" }] },
    "Proposed: own servers",
    "1 of 2 must approve it. Waits for Ada, Bob.",
  ],
  [{ state: "approved", decidedAt }, "Approved: own servers", "Approved on 4 March 2027."],
  [{ state: "rejected", decidedAt }, "Rejected: own servers", "Rejected on 4 March 2027."],
  [
    { state: "rejected", isWithdrawn: true, decidedAt },
    "Withdrawn: own servers",
    "Withdrawn by Ada on 4 March 2027, before anybody had approved it.",
  ],
  [
    { state: "superseded", decidedAt, supersededBy: 2 },
    "Superseded: own servers",
    "Approved on 4 March 2027, and superseded by decision 2.",
  ],
])("says where a record stands that is %j", (change, chosen, standing) => {
  const record = { ...open, ...change };
  expect(chosenWords(record)).toBe(chosen);
  expect(standingWords(record)).toBe(`Proposed on 3 March 2027 by Ada. ${standing}`);
});
