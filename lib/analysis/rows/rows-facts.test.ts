import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/model/architectures";
import { evaluateModel, evaluateQuantities, evaluateWhole } from "@/lib/model/evaluate";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { complete } from "@/test/figures/complete";
import { coverOf } from "./cover";
import { decidingNeeds } from "./deciding-need";
import { kindsGive } from "./kinds-give";
import { lineCosts } from "./line-costs";
import { fleetPurchases, registerFacts, registerWaits, renewalsWithin } from "./register-facts";

// All figures are worked by hand from the texts of the design.

describe("the register", () => {
  // Prices rise by a fifth and a hundredth a year: by a tenth in half a year.
  const inputs = complete({
    ...{ currentArchitecture: "onPremises", currentAgeMonths: 30, horizonMonths: 36, hardwarePriceChange: 0.21 },
    ...{ serverPrice: 14_000, serverLifeMonths: 60, networkShare: 0.2, networkLifeMonths: 60, storedTB: 0 },
  });
  const rows: OwnRows = {
    ...noRows,
    register: [
      { label: "Rack", what: "server", count: 4, equivalents: 0.5, ageMonths: 13 },
      { label: "Switches", what: "network", count: 2, pricePaid: 5000 },
      { label: "Old", what: "server", count: 1, ageMonths: 80, pricePaid: 9000 },
      { label: "None any more", what: "facility", count: 0 },
    ],
  };
  const facts = registerFacts(inputs, rows);

  it("says of each row what it does the work of, what was paid, and when it is renewed for how much", () => {
    expect(facts.rows.map(({ place, what, ageMonths }) => [place, what, ageMonths])).toEqual([
      [0, "server", 13],
      [1, "network", 30],
      [2, "server", 80],
      [3, "facility", 30],
    ]);
    const [rack, switches, old, none] = facts.rows;
    // In service from month 1 - 13 = -12 on, a year ago: 2 units of 14,000, less the rise of a year; then 60 months.
    expect(rack).toMatchObject({ units: 2, renewedIn: 48, isOlderThanItsLife: false });
    expect(rack?.paid).toBeCloseTo(28_000 / 1.21, 6);
    expect(rack?.renewal).toBeCloseTo(28_000 * 1.21 ** 4, 6);
    // The share for the three servers that stand: 0.2 * 3 * 14,000. From month 1 - 30 on.
    expect(switches).toMatchObject({ paid: 10_000, renewedIn: 31 });
    expect(switches?.units).toBeCloseTo(8400, 9);
    expect(switches?.renewal).toBeCloseTo(8400 * 1.21 ** (31 / 12), 6);
    // In its last month of service in month 1; the cube root of 1.1 is the rise of two months.
    expect(old).toMatchObject({ units: 1, paid: 9000, renewedIn: 2, isOlderThanItsLife: true });
    expect(old?.renewal).toBeCloseTo(14_000 * 1.0322801154563672, 6);
    expect(none).toMatchObject({ units: 0, paid: 0, renewal: 0 });
  });

  it("sums the rows of a kind, and what is renewed within the horizon", () => {
    const [servers, network, facility] = facts.kinds;
    expect(servers).toMatchObject({ what: "server", rows: 2, count: 5, units: 3, olderThanTheirLife: 1 });
    expect(servers?.paid).toBeCloseTo(28_000 / 1.21 + 9000, 6);
    // (4 * 13 + 80) / 5
    expect(servers?.meanAgeMonths).toBeCloseTo(26.4, 12);
    expect(servers?.renewals).toEqual([{ month: 2, amount: expect.closeTo(14_451.92, 2) }]);
    expect(network?.renewals.map(({ month }) => month)).toEqual([31]);
    expect(facility).toMatchObject({ what: "facility", count: 0, meanAgeMonths: null, renewals: [] });
  });

  it("lists what is renewed within the horizon, the next first", () => {
    // Old in month 2, the switches in month 31; the rack in month 48, after the horizon of 36; of the facility none stands.
    expect(renewalsWithin(facts, 36).map(({ place, renewedIn }) => [place, renewedIn])).toEqual([
      [2, 2],
      [1, 31],
    ]);
    expect(renewalsWithin(facts, 60).map(({ place }) => place)).toEqual([2, 1, 0]);
  });

  it("waits where neither own servers nor hybrid run today, if there is any", () => {
    for (const today of ["none", "cloud", "peerToPeer"])
      expect(registerWaits({ currentArchitecture: today }, rows)).toBe(true);
    for (const today of ["onPremises", "hybrid"])
      expect(registerWaits({ currentArchitecture: today }, rows)).toBe(false);
    expect(registerWaits({ currentArchitecture: "cloud" }, noRows)).toBe(false);
  });

  it("is renewed as the model buys", () => {
    const stated = complete({
      ...{ currentArchitecture: "onPremises", horizonMonths: 12, hardwarePriceChange: 0, serverPrice: 10_000 },
      ...{ users: 1000, coreHours: 0, egressTB: 1, egressGrowth: 0, cdnShare: 0, serverHeadroom: 0, spareServers: 1 },
    });
    // One server for the traffic and a spare one are needed. Three stand: two leave in month 2, and one is bought.
    const register = [
      { label: "New", what: "server", count: 1, ageMonths: 0 },
      { label: "Old", what: "server", count: 2, ageMonths: 99 },
    ] as const;
    const { server } = fleetPurchases(evaluateQuantities(stated, { ...noRows, register }), "onPremises");
    expect(server).toEqual([0, 0, 10_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe("what each line costs", () => {
  const inputs = complete({ horizonMonths: 24, wageInflation: 0 });
  const here = { architectures } as const;
  const evaluated = evaluateWhole(inputs, {
    ...noRows,
    customLines: [
      { ...here, label: "Fee", category: "software", kind: "monthly", amount: 10 },
      { ...here, label: "Audit", category: "compliance", kind: "every", amount: 100, everyMonths: 12 },
      { label: "Cards", category: "hardware", kind: "perPeer", amount: 1, architectures: ["cloud"] },
    ],
    equipmentLines: [
      {
        ...{ label: "Firewall", category: "hardware", architectures: ["cloud", "onPremises"], pieces: 2, price: 1000 },
        ...{ priceChange: 0, lifeMonths: 12, upkeepRate: 0.12 },
      },
    ],
    staffLines: [{ ...here, role: "Help", fte: 0.5, pay: 120_000, toMonth: 23, hiringCost: 100 }],
  });
  const costs = lineCosts(evaluated);

  it("is what falls in all months", () => {
    expect(costs.cloud.map(({ table, place }) => `${table} ${place}`)).toEqual([
      "customLines 0",
      "customLines 1",
      "equipmentLines 0",
      "staffLines 0",
    ]);
    const totals = Object.fromEntries(costs.cloud.map(({ table, place, total }) => [`${table} ${place}`, total]));
    expect(totals["customLines 0"]).toBeCloseTo(240, 9);
    // In months 1 and 13.
    expect(totals["customLines 1"]).toBeCloseTo(200, 9);
    // Two for the first year and two for the second, at 1,000; 12 % a year of 2,000 for two years.
    expect(totals["equipmentLines 0"]).toBeCloseTo(4480, 9);
    // Half a person at 10,000 a month for 23 months; half of one is hired for 100.
    expect(totals["staffLines 0"]).toBeCloseTo(115_050, 9);
  });

  it("says how many there are, and nothing of lines that do not name the architecture", () => {
    expect(costs.onPremises.find(({ table }) => table === "equipmentLines")?.count).toEqual({ first: 2, last: 2 });
    expect(costs.onPremises.find(({ table }) => table === "staffLines")?.count).toEqual({ first: 0.5, last: 0 });
    expect(costs.peerToPeer.map(({ table }) => table)).toEqual(["customLines", "customLines", "staffLines"]);
  });
});

describe("what decides how many participants there are", () => {
  it("is the largest need, month by month", () => {
    const inputs = complete({
      ...{ egressTB: 0, coreHours: 0, minimumPeers: 940, storedTB: 100, storedGrowth: 0.2, horizonMonths: 3 },
      ...{ dataPieces: 29, totalPieces: 80, peerStorageTB: 0.5, peerFill: 0.6 },
    });
    const needs = decidingNeeds(inputs, noRows);
    // 100 * 1.2^(t/12) * (80/29) / (0.5 * 0.6) = 933.61, 947.92, 962.44 in months 1 to 3.
    expect(needs.map(({ month, peers, decides }) => [month, peers, decides])).toEqual([
      [1, 940, "minimum"],
      [2, 948, "storage"],
      [3, 963, "storage"],
    ]);
    expect(needs[0]?.needs).toMatchObject({ minimum: 940, pieces: 80, storage: 934, compute: 0 });
    const { peers } = evaluateModel(inputs).architectures.peerToPeer.quantities;
    expect((peers as number[]).slice(1)).toEqual([940, 948, 963]);
  });
});

describe("what each kind of participants gives", () => {
  const inputs = complete({
    ...{
      storedTB: 0,
      coreHours: 0,
      egressTB: 100,
      egressGrowth: 0,
      transferOverhead: 0,
      peakToMean: 2,
      minimumPeers: 1,
    },
    ...{ uplinkShare: 0.5, hoursPerMonth: 730, horizonMonths: 2, peerMonthlyCapTB: 1000 },
  });
  const always = { label: "Always on", share: 0.1, uplinkMbps: 100, peerAvailability: 1, peerStorageTB: 4 };
  const phone = { label: "Phone", share: 0.9, uplinkMbps: 10, peerAvailability: 0.2, peerStorageTB: 0.5 };

  it("is its share of what all give, each product as a whole", () => {
    const [first, second] = kindsGive(inputs, { ...noRows, participantKinds: [always, phone] });
    // Uplink: 0.1 * 100 * 0.5 * 1 = 5 of 5 + 0.9 * 10 * 0.5 * 0.2 = 5.9. Storage: 0.4 of 0.85. Caps are alike. Cores: 0.1 of 0.1 + 0.18.
    expect(first?.gives.peak).toBeCloseTo(5 / 5.9, 12);
    expect(first?.gives.storage).toBeCloseTo(0.4 / 0.85, 12);
    expect(first?.gives.cap).toBeCloseTo(0.1, 12);
    expect(first?.gives.compute).toBeCloseTo(0.1 / 0.28, 12);
    expect(second?.gives.peak).toBeCloseTo(0.9 / 5.9, 12);
    expect([first?.availability, second?.availability]).toEqual([1, 0.2]);
  });

  it("says how many it would take without the few that are always on", () => {
    const [first, second] = kindsGive(inputs, { ...noRows, participantKinds: [always, phone] });
    // 200 TB a month at the peak; a Mbit/s moves 730 * 3600 / 8e6 = 0.3285 TB: 200 / (5.9 * 0.3285) = 103.2. Phones alone: 200 / 0.3285 = 608.8.
    expect(first?.peers).toBeCloseTo(10.4, 9);
    expect(first?.without).toBe(609);
    // 200 / (50 * 0.3285) = 12.2.
    expect(second?.without).toBe(13);
    expect(kindsGive(inputs, { ...noRows, participantKinds: [{ ...phone, share: 1 }] })[0]?.without).toBeNull();
  });

  it("is no share where nobody gives any", () => {
    const none = [always, phone].map((kind) => ({ ...kind, peerCpuShare: 0 }));
    expect(kindsGive(inputs, { ...noRows, participantKinds: none })[0]?.gives.compute).toBeNull();
  });
});

describe("a post that is covered day and night", () => {
  it("takes its 168 hours a week in shares of people who are there for part of theirs", () => {
    const cover = coverOf(complete({ coveredPosts: 2, hoursPerWeek: 40, absenceShare: 0.15 }));
    expect(cover).toMatchObject({ posts: 2, hoursOfAPost: 168, hoursPerWeek: 40, absenceShare: 0.15 });
    // 40 * 0.85 = 34 hours; 168 / 34 = 4.94.
    expect(cover.hoursThere).toBeCloseTo(34, 12);
    expect(cover.ofAPost).toBeCloseTo(4.9411764705882355, 12);
    expect(cover.inAll).toBeCloseTo(9.882352941176471, 12);
  });

  it("is explained where none is covered", () => {
    expect(coverOf(complete({ coveredPosts: 0, hoursPerWeek: 40, absenceShare: 0 }))).toMatchObject({
      ...{ ofAPost: 4.2, inAll: 0, hoursThere: 40 },
    });
  });
});
