import { beforeAll, describe, expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { checkDraft } from "@/lib/schemas/draft";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import { loadModel } from "@/lib/server/models/get-model";
import { saveModel } from "@/lib/server/models/save-model";
import { withoutUnstorable } from "@/lib/text/text-fault";
import { newPerson, someDraft, someModel, someOrigin } from "@/test/people";

// What PostgreSQL takes in a text is asked of PostgreSQL: the rule of lib/text/text-fault.ts is no narrower and no wider.

let access: EditAccess;
const origin = someOrigin();

beforeAll(async () => {
  const { user } = await newPerson("Ada");
  const id = await someModel(user);
  const edit = await authorizeModel(user, id, "edit");
  if (edit === null || edit === "refused") throw new Error("the owner may not edit");
  access = edit;
});

const withText = (text: string): ModelDraft => ({
  ...someDraft,
  name: `Patches ${text}`,
  description: text,
  customLines: [{ label: `Line ${text}`, category: "software", architectures: ["cloud"], kind: "once", amount: 1 }],
  notes: { users: { note: text, source: text } },
});

async function save(draft: ModelDraft) {
  const revision = (await loadModel(access))?.revision ?? 0;
  return saveModel(access, { revision, draft }, origin);
}

describe("a model saved on PostgreSQL", () => {
  it.each([
    ["controls", "\u0001\u001f\u007f\u0085"],
    ["noncharacters", "\uffff\ufffe\ufdd0\u{10ffff}"],
    ["directions and invisible characters", "\u202e\u2066\u200b\u00ad"],
    ["pairs", "\u{1f600}\u{20000}"],
    ["line breaks", "one\r\ntwo\u2028three"],
  ])("keeps %s in free text as they were typed", async (_what, text) => {
    const checked = checkDraft(withText(text));
    if (!checked.ok) throw new Error(checked.faults.map(({ message }) => message).join(" "));
    expect(await save(checked.draft)).toMatchObject({ kind: "saved" });
    const loaded = await loadModel(access);
    expect(loaded?.description).toBe(text);
    expect(loaded?.notes).toEqual({ users: { note: text, source: text } });
    expect(loaded?.name).toBe(checked.draft.name);
  });

  it.each(["\0", "a\0b", "\ud800", "\udfff!"])(
    "would fail for %j, which is refused before it gets there",
    async (text) => {
      expect(checkDraft(withText(text))).toMatchObject({ ok: false });
      const before = await loadModel(access);
      // Past the check, each place of its own: a column of text, and JSON.
      if (text.includes("\0")) {
        await expect(save({ ...someDraft, description: text })).rejects.toThrow();
      }
      await expect(save({ ...someDraft, notes: { users: { note: text } } })).rejects.toThrow();
      expect(await loadModel(access)).toEqual(before);
      expect(await save({ ...someDraft, description: withoutUnstorable(text) })).toMatchObject({ kind: "saved" });
    },
  );

  it("keeps the first day there is, and would fail for the one before, which is refused before it gets there", async () => {
    const inEuro = { ...someDraft, currency: "EUR", currencyRate: 0.9 };
    expect(await save({ ...inEuro, currencyRateDate: "0001-01-01" })).toMatchObject({ kind: "saved" });
    expect((await loadModel(access))?.currencyRateDate).toBe("0001-01-01");
    expect(checkDraft({ ...inEuro, currencyRateDate: "0000-12-31" })).toMatchObject({ ok: false });
    await expect(save({ ...inEuro, currencyRateDate: "0000-12-31" })).rejects.toThrow();
  });

  it("loads own lines whose labels were stored before names were cleaned", async () => {
    const line = { category: "software", architectures: ["cloud"], kind: "once", amount: 1 } as const;
    for (const [stored, shown] of [
      ["Backup\ntapes\u202e", "Backup tapes"],
      ["\u200b", "Own line"],
      ["\u0958".repeat(200), "\u0915\u093c".repeat(100)],
    ] as const) {
      // Past the check, as an earlier version stored it.
      const customLines = [{ ...line, architectures: [...line.architectures], label: stored }];
      expect(await save({ ...someDraft, customLines })).toMatchObject({ kind: "saved" });
      const loaded = await loadModel(access);
      expect(loaded?.customLines.map((line) => line.label)).toEqual([shown]);
    }
  });
});
