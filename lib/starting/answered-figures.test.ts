import { describe, expect, it } from "vitest";
import { calibrate } from "@/lib/analysis/calibration/calibrate";
import { billedAmounts, modelMonth, monthBills } from "@/lib/analysis/calibration/month-bill";
import { beginningOf } from "@/lib/draft/beginning";
import { noAnswers } from "@/lib/draft/starting-answers";
import { completeInputs } from "@/lib/model/currency";
import { noRows } from "@/lib/model/rows/own-rows";
import { templateOf } from "@/lib/model/templates";
import { answeredFigures } from "./answered-figures";

const day = "2026-11-27";
const source = "Starting questions, 27 November 2026";
const calendar = { startMonth: "2026-12" };
const begunWith = (...origins: Parameters<typeof beginningOf>[0][number][]) => ({
  ...beginningOf(origins),
  ...calendar,
});
const nothing = begunWith();

/** A cloud that bills nothing but storage: 100 TB in month 1. */
const storageAlone = {
  ...{ coreHours: 0, egressTB: 0, storedGrowth: 0, backupCopies: 0, cdnShare: 0, cloudSupportShare: 0 },
  ...{ cloudOperationsShare: 0 },
};

describe("what answers come to", () => {
  it("is nothing where every question was skipped", () => {
    expect(answeredFigures(nothing, noAnswers, day)).toEqual({
      figures: { inputs: {}, notes: {}, register: [], billLines: [] },
      people: [],
      calibration: null,
      faults: [],
    });
  });

  it("is each figure with its source, an estimate unless another evidence was stated", () => {
    const { figures } = answeredFigures(
      nothing,
      {
        ...noAnswers,
        inputs: { currentArchitecture: "cloud", users: 80_000 },
        notes: { users: { evidence: "measured", note: "Signed in last month" } },
        register: [
          { label: "Rack A", what: "server", count: 12 },
          { label: "Rack B", what: "server", count: 3, source: "The list of assets" },
        ],
      },
      day,
    );
    expect(figures).toEqual({
      inputs: { currentArchitecture: "cloud", users: 80_000 },
      notes: {
        currentArchitecture: { evidence: "estimated", source },
        users: { evidence: "measured", source, note: "Signed in last month" },
      },
      register: [
        { label: "Rack A", what: "server", count: 12, source },
        { label: "Rack B", what: "server", count: 3, source: "The list of assets" },
      ],
      billLines: [],
    });
  });

  it("is the inputs that people ask for, by what runs today", () => {
    const { figures, people } = answeredFigures(
      nothing,
      { ...noAnswers, inputs: { currentArchitecture: "hybrid" }, people: { engineering: 5 } },
      day,
    );
    // A hybrid has 2.5 engineers by default, own servers and the cloud 2, peer to peer 3.
    expect(figures.inputs).toEqual({
      currentArchitecture: "hybrid",
      onPremisesEngineeringFTE: 4,
      cloudEngineeringFTE: 4,
      hybridEngineeringFTE: 5,
      peerToPeerEngineeringFTE: 6,
    });
    expect(figures.notes?.peerToPeerEngineeringFTE).toEqual({
      evidence: "estimated",
      source,
      note: "For 5 FTE in engineering, hybrid, in month 1.",
    });
    expect(people).toEqual([{ role: "engineering", before: 2.5, stated: 5, after: 5 }]);
  });

  it("says what the model takes where posts day and night ask for more people than there are", () => {
    // The template has one post covered: 168 h a week, by people of 40 h who are there for 85 % of them.
    const begun = begunWith(templateOf("retail-chain") ?? {});
    const [operations] = answeredFigures(begun, { ...noAnswers, people: { operations: 3 } }, day).people;
    expect(operations?.after).toBeCloseTo(168 / 40 / 0.85, 9);
    expect(operations?.stated).toBe(3);
  });

  it("is the prices and the use with which the cloud comes to its bill", () => {
    // Of storage alone, 100 TB without growth cost 2,300 USD at 23 a TB, and 2,100 at 21.
    const begun = begunWith({ inputs: storageAlone });
    const bill = { amount: 2_100, month: "2026-10" };
    const { figures, calibration } = answeredFigures(begun, { ...noAnswers, bill }, day);
    expect(calibration?.parts.find(({ billed }) => billed !== null)).toMatchObject({ before: 2_300, billed: 2_100 });
    expect(figures.inputs).toEqual({ cloudStoragePerTBMonth: 21 });
    expect(figures.billLines).toEqual([
      { label: "Whole bill", place: "rest", amount: 2_100, month: "2026-10", source },
    ]);
    expect(figures.notes?.cloudStoragePerTBMonth).toEqual({
      evidence: "estimated",
      source: "Cloud bill, October 2026",
    });
  });

  it("keeps what the organisation has contracted as it is, and moves the rest", () => {
    const contracted = { cloudStoragePerTBMonth: { evidence: "certain" as const } };
    const begun = begunWith({ inputs: { cloudStoragePerTBMonth: 22 }, notes: contracted });
    const { calibration } = answeredFigures(begun, { ...noAnswers, bill: { amount: 30_000, month: "2026-10" } }, day);
    expect(calibration?.changes.length).toBeGreaterThan(0);
    expect(calibration?.changes.map(({ key }) => key)).not.toContain("cloudStoragePerTBMonth");
  });

  it("leaves the organisation's own range with what the bill moves within it, as the page of the bill does", () => {
    const range = { kind: "range" as const, low: 22, high: 24 };
    const notes = { cloudStoragePerTBMonth: { range, note: "The tariff of the group", source: "The group" } };
    const begun = begunWith({ inputs: storageAlone, notes });
    const { figures } = answeredFigures(begun, { ...noAnswers, bill: { amount: 2_100, month: "2026-10" } }, day);
    expect(figures.inputs).toEqual({ cloudStoragePerTBMonth: 22 });
    expect(figures.notes?.cloudStoragePerTBMonth).toEqual({
      ...{ range, note: "The tariff of the group" },
      ...{ evidence: "estimated", source: "Cloud bill, October 2026" },
    });
  });

  it("is set against the month of the model that the bill is of", () => {
    // A quarter more is stored in month 12, as 25 % a year says: 125 TB are 2,625 at 21.
    const begun = begunWith({ inputs: { ...storageAlone, storedGrowth: 0.25, cloudPriceChange: 0 } });
    const bill = { amount: 2_625, month: "2027-11" };
    expect(answeredFigures(begun, { ...noAnswers, bill }, day).figures.inputs).toEqual({ cloudStoragePerTBMonth: 21 });
  });

  it.each([
    { amount: 30_000, month: "2026-10" },
    { amount: 400_000, month: "2027-06" },
    { amount: 1e7, month: "2026-12" },
  ])("leaves the page of the bill nothing to propose: $amount of $month", (bill) => {
    const begun = {
      ...nothing,
      notes: { cloudPerCoreHour: { range: { kind: "range" as const, low: 0.04, high: 0.05 } } },
    };
    const { figures } = answeredFigures(begun, { ...noAnswers, bill }, day);
    const { inputs, notes, billLines } = beginningOf([begun, figures]);
    const [monthBill] = monthBills(billLines, calendar.startMonth);
    if (monthBill === undefined) throw new Error("There is no bill");
    // As the page asks.
    const outcome = calibrate({
      ...{ inputs: completeInputs(inputs, 1), currencyRate: 1, stated: notes, bill: billedAmounts(monthBill) },
      month: modelMonth(monthBill.month, calendar.startMonth),
    });
    expect(outcome.ok && outcome.calibration.changes).toEqual([]);
  });

  it("refuses a bill of a month that the model does not have", () => {
    const bill = { amount: 2_625, month: "2032-01" };
    const { calibration, faults } = answeredFigures(nothing, { ...noAnswers, bill }, day);
    expect(calibration).toBeNull();
    expect(faults.map(({ message }) => message)).toEqual([
      "The model has months 1 to 60; the bill would be of month 62. Choose a month that the model has.",
    ]);
  });

  it("leaves over what the ranges of the cloud do not bear, and says how much", () => {
    const { calibration } = answeredFigures(nothing, { ...noAnswers, bill: { amount: 1e7, month: "2026-10" } }, day);
    const compared = calibration?.parts.find(({ billed }) => billed !== null);
    expect(compared?.remainder).toBeGreaterThan(1e6);
    expect((compared?.after ?? 0) + (compared?.remainder ?? 0)).toBeCloseTo(1e7, 2);
  });
});

describe("what a model begins with", () => {
  it("is the later of two figures, with what is noted beside it and nothing of the earlier one", () => {
    const earlier = {
      inputs: { users: 1, storedTB: 2 },
      notes: { users: { note: "old" }, storedTB: { note: "stays" } },
    };
    expect(beginningOf([earlier, { inputs: { users: 3 } }])).toEqual({
      inputs: { users: 3, storedTB: 2 },
      notes: { storedTB: { note: "stays" } },
      ...noRows,
    });
  });

  it("has the rows of all origins", () => {
    const row = (label: string) => ({ label, what: "server" as const, count: 1 });
    expect(beginningOf([{ register: [row("a")] }, {}, { register: [row("b")] }]).register).toEqual([
      row("a"),
      row("b"),
    ]);
  });
});
