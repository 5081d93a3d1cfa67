import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { inputPlace, namePlace } from "@/lib/draft/place";
import { PlaceMap } from "@/lib/draft/place-map";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { blankDraft } from "@/test/figures/blank-draft";
import { storedModel } from "@/test/figures/stored-model";
import { draftOf, type OpenModel, relabelled } from "./model-kind";
import type { OpenDocument } from "./open-document";
import { savedModel } from "./saving/saved-model";
import { lastToTake } from "./use-undo-keys";

const draft: ModelDraft = { ...blankDraft, inputs: { storedTB: 5 } };

let models = 0;

/** A stored model of an id of its own: what is left undecided is remembered by it. */
const stored = (revision: number, held: Partial<ModelDraft> = {}, id = `m${++models}`): CostModelFull =>
  storedModel({ ...draft, ...held }, revision, id);

interface Sent {
  revision: number;
  draft: ModelDraft;
  kept?: number;
  note?: string;
  answer: (outcome: SaveOutcome<CostModelFull>) => void;
}

/** A model whose saves wait until the test answers them. */
function opened(model = stored(1)) {
  const sent: Sent[] = [];
  const one = savedModel(
    model,
    (_id, { version: _, ...save }) => new Promise((answer) => sent.push({ ...save, answer })),
  );
  const type = (users: number) => one.change({ kind: "put", place: inputPlace("users"), value: users });
  const rename = (name: string) => one.change({ kind: "put", place: namePlace, value: name });
  return { id: model.id, one, sent, type, rename };
}

type Opened = OpenDocument<OpenModel, CostModelFull>;
const saved = (revision: number): SaveOutcome<CostModelFull> => ({
  kind: "saved",
  revision,
  changedAt: "2027-01-01T12:04:00.000Z",
});
const rest = () => vi.advanceTimersByTimeAsync(600);
const heldBy = ({ now: { state } }: Opened) => draftOf(state.draft);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an open document", () => {
  it("saves what may be saved as it is typed, and nothing where only what is shown changes", async () => {
    const { one, sent, type } = opened();
    one.change({ kind: "refuse", place: inputPlace("users"), text: "many", message: "no" });
    one.change({ kind: "leave" });
    await rest();
    expect(sent).toEqual([]);
    type(7);
    expect([one.isDirty, one.now.saving.kind]).toEqual([true, "waiting"]);
    await rest();
    expect(sent.map(({ revision, draft: given }) => [revision, given])).toEqual([
      [1, { ...draft, inputs: { storedTB: 5, users: 7 } }],
    ]);
    sent[0]?.answer(saved(2));
    await rest();
    expect([one.isDirty, one.now.saving.kind, one.revision]).toEqual([false, "saved", 2]);
  });

  it("calls its listeners at each change, and shows another object then", () => {
    const { one, type } = opened();
    const seen: unknown[] = [];
    const end = one.subscribe(() => seen.push(one.now));
    one.change({ kind: "leave" });
    expect(seen).toEqual([]);
    type(7);
    expect(seen.at(-1)).toBe(one.now);
    const heard = seen.length;
    end();
    type(8);
    expect(seen).toHaveLength(heard);
  });

  it("merges what others save, also where nobody listens any more, and sends the merged", async () => {
    const { id, one, sent, type } = opened();
    type(7);
    await rest();
    sent[0]?.answer({ kind: "stale", current: stored(5, { name: "Bob's" }, id) });
    await rest();
    expect([sent[1]?.revision, sent[1]?.draft]).toEqual([
      5,
      { ...draft, name: "Bob's", inputs: { storedTB: 5, users: 7 } },
    ]);
    expect(one.isUndecided).toBe(false);
  });

  it("asks about what both changed, and again when it is opened anew in the currency of then", () => {
    const { id, one } = opened();
    const place = inputPlace("cloudComplianceAnnual");
    one.change({ kind: "put", place, value: 10_000 });
    one.heard(stored(2, { inputs: { storedTB: 5, cloudComplianceAnnual: 20_000 } }, id));
    const question = (mine: number, theirs: number) => new PlaceMap([[place, { mine, theirs, by: "Bob" }]]);
    expect(one.now.state.conflicts).toEqual(question(10_000, 20_000));
    // At half a euro a dollar.
    const euros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
    const again = opened(stored(3, { ...euros, inputs: { storedTB: 5, cloudComplianceAnnual: 10_000 } }, id)).one;
    expect(again.now.state.conflicts).toEqual(question(5_000, 10_000));
    again.change({ kind: "takeTheirs", place });
    expect(opened(stored(3, {}, id)).one.isUndecided).toBe(false);
  });

  it("turns an own line that is asked about over to another currency, as it does figures", () => {
    const line = { id: "a", label: "Audit", category: "compliance", architectures: ["cloud"], kind: "once" } as const;
    const withLine = (amount: number) => ({ customLines: [{ ...line, amount }] });
    const { id, one } = opened(stored(1, withLine(100)));
    const place = { kind: "row", table: "customLines", id: "a" } as const;
    one.change({ kind: "put", place, value: { ...line, amount: 200 } });
    one.heard(stored(2, withLine(300), id));
    const euros: CurrencyPart = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
    one.change({ kind: "put", place: { kind: "currency" }, value: euros });
    one.change({ kind: "keepMine", place });
    expect(heldBy(one)).toMatchObject({ ...euros, ...withLine(100) });
  });
});

describe("money that kept its figures", () => {
  const relabel = (one: Opened, currency: string, currencyRate: number) =>
    one.change({
      kind: "relabel",
      relabel: (model) => relabelled(model, { currency, currencyRate, currencyRateDate: "2027-01-15" }),
    });

  it("is told to the server once, with all that was typed until it is sent", async () => {
    const { one, sent, type } = opened();
    relabel(one, "EUR", 0.5);
    type(7);
    await rest();
    expect(sent[0]?.kept).toBe(0.5);
    expect(sent[0]?.draft).not.toHaveProperty("kept");
    sent[0]?.answer(saved(2));
    await rest();
    type(8);
    await rest();
    expect(sent[1]).not.toHaveProperty("kept");
    sent[1]?.answer(saved(3));
    await rest();
    // Both figures and the name of the currency are undone: the other way round.
    for (let n = 0; n < 3; n++) one.change({ kind: "undo" });
    await rest();
    expect(sent[2]?.kept).toBe(2);
  });

  it("is nothing to be told where someone else changed the currency meanwhile", async () => {
    const { id, one, sent, rename } = opened();
    relabel(one, "EUR", 0.5);
    one.heard(stored(2, { currency: "GBP", currencyRate: 0.4, currencyRateDate: "2027-01-15" }, id));
    rename("Mine");
    await rest();
    expect([sent[0]?.draft.currency, sent[0]?.draft.name]).toEqual(["GBP", "Mine"]);
    expect(sent[0]).not.toHaveProperty("kept");
  });
});

it("of several documents undoes what was done last, and redoes what was undone last", () => {
  const [a, b] = [opened(), opened()];
  const both = [a.one, b.one];
  const take = (kind: "undo" | "redo") => lastToTake(both, kind)?.change({ kind });
  const names = () => both.map((one) => one.now.state.draft.name);
  a.rename("A");
  b.rename("B");
  b.one.change({ kind: "leave" });
  a.type(7);
  take("undo");
  expect([names(), a.one.now.state.draft.inputs.users]).toEqual([["A", "B"], undefined]);
  take("undo");
  expect(names()).toEqual(["A", "A service"]);
  take("undo");
  expect(names()).toEqual(["A service", "A service"]);
  expect(lastToTake(both, "undo")).toBeUndefined();
  take("redo");
  take("redo");
  expect([names(), a.one.now.state.draft.inputs.users]).toEqual([["A", "B"], undefined]);
});

describe("what the history is to say of a change", () => {
  const apply = { kind: "rows", label: "Cloud bill", rows: [], note: "Calibrated" } as const;

  it("goes with the save that first carries it, and with no other", async () => {
    const { one, sent, type } = opened();
    one.change({ ...apply, values: { cloudUtilisation: 0.4 } });
    await rest();
    expect(sent[0]).toMatchObject({ note: "Calibrated", draft: { inputs: { cloudUtilisation: 0.4 } } });
    sent[0]?.answer(saved(2));
    type(7);
    await rest();
    expect(sent[1]?.note).toBeUndefined();
    sent[1]?.answer(saved(3));
    await rest();
    one.change({ kind: "undo" });
    one.change({ kind: "undo" });
    await rest();
    expect(sent[2]?.note).toBeUndefined();
    expect(sent[2]?.draft.inputs).toEqual({ storedTB: 5 });
    sent[2]?.answer(saved(4));
    await rest();
    one.change({ kind: "redo" });
    await rest();
    expect(sent[3]?.note).toBe("Calibrated");
  });

  it("is not said where nothing changes", async () => {
    const { one, sent } = opened(stored(1, { inputs: { cloudUtilisation: 0.4 } }));
    one.change({ ...apply, values: { cloudUtilisation: 0.4 } });
    await rest();
    expect(sent).toEqual([]);
  });
});
