import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
import { eachValue, insist, insistEqual } from "@/test/figures/model-figures";
import { architectures, categories, views } from "../architectures";
import { evaluateModel, evaluateQuantities } from "../evaluate";
import type { Inputs } from "../inputs";
import before from "../oracles/before-rows.json";
import type { ModelResult } from "../result";
import { templates } from "../templates";
import { perBases, type RegisterKind, registerKinds } from "./choices";
import {
  type EquipmentLine,
  kindInputs,
  noRows,
  type OwnRows,
  type ParticipantKind,
  type RegisterRow,
} from "./own-rows";

/** Sections 20 to 23 of infrastructure.md: what holds for every model. */

const settings = { seed: 20_261_127, numRuns: 100 };

/** Parts of sums that had no name of their own then. */
const namedSince = ["cloud.cdn", "cloud.support"];

/** The quantities that rest on the sum over the catalogue, and those that do not, by their figures. */
function figuresBefore(inputs: Partial<Inputs>): Record<"apart" | "resting", number[]> {
  const { model, evaluation } = evaluateQuantities(complete(inputs));
  const { steps, quantities } = model.program;
  const resting = new Set<number>();
  for (const { primitive, args, out } of steps)
    if (primitive.name === "catalogueOffload" || args.some((arg) => resting.has(arg))) resting.add(out);
  const ofThen = [...quantities].filter(([{ key }]) => !namedSince.includes(key));
  const figuresOf = (isResting: boolean) =>
    ofThen
      .filter(([, place]) => resting.has(place) === isResting)
      .flatMap(([quantity]) => [...evaluation.values(quantity)]);
  return { apart: figuresOf(false), resting: figuresOf(true) };
}

const digestOf = (of: Uint8Array | string) => createHash("sha256").update(of).digest("hex");

describe("a model that states no rows", () => {
  it.each(templates.map(({ key, inputs }) => [key, inputs] as const))("has the digits of before: %s", (key, inputs) => {
    const { apart, resting } = figuresBefore(inputs);
    expect({
      apart: { figures: apart.length, sha256: digestOf(new Uint8Array(Float64Array.from(apart).buffer)) },
      resting: { figures: resting.length, sha256: digestOf(resting.map((value) => value.toPrecision(12)).join()) },
    }).toEqual(before.templates[key as "cloud-exit"]);
  });
});

/** The same to a relative 1e-9: sums in another order differ in their last digits. */
function expectSame(got: ModelResult, wanted: ModelResult): void {
  eachValue(got.architectures, wanted.architectures, (value, other, path) => {
    if (typeof value !== "number" || typeof other !== "number") expect(value, path()).toBe(other);
    else if (Math.abs(value - other) > 1e-9 * Math.max(Math.abs(value), Math.abs(other), 1e-6))
      expect.fail(`${path()}: ${value} where ${other} is expected`);
  });
}

/** Inputs on which rows bear, off their defaults. */
const someInputs: fc.Arbitrary<Partial<Inputs>> = fc.record(
  {
    currentArchitecture: fc.constantFrom("none", ...architectures),
    currentAgeMonths: fc.integer({ min: 0, max: 90 }),
    horizonMonths: fc.integer({ min: 1, max: 80 }),
    coreHours: fc.integer({ min: 0, max: 400_000 }),
    storedTB: fc.integer({ min: 0, max: 900 }),
    egressTB: fc.integer({ min: 0, max: 900 }),
    sites: fc.integer({ min: 1, max: 3 }),
    serverLifeMonths: fc.integer({ min: 12, max: 72 }),
    hardwarePriceChange: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    costOfMoney: fc.double({ min: 0, max: 0.2, noNaN: true }),
    dualRunMonths: fc.integer({ min: 0, max: 12 }),
    ownFacilityKW: fc.integer({ min: 0, max: 9 }),
    contingencyShare: fc.constantFrom(0, 0.05),
  },
  { requiredKeys: ["currentArchitecture"] },
);

const registerRow = (what: RegisterKind): fc.Arbitrary<RegisterRow> =>
  fc.record(
    {
      label: fc.constant(what),
      what: fc.constant(what),
      count: fc.integer({ min: 0, max: 12 }).map((half) => 2 * half),
      equivalents: fc.double({ min: 0.1, max: 3, noNaN: true }),
      ageMonths: fc.integer({ min: 0, max: 120 }),
      pricePaid: fc.double({ min: 0, max: 30_000, noNaN: true }),
      ...((what === "server" || what === "storageServer") && { watts: fc.double({ min: 0, max: 900, noNaN: true }) }),
    },
    { requiredKeys: ["label", "what", "count"] },
  );
const someRegister = fc.array(
  fc.constantFrom(...registerKinds).chain((what) => registerRow(what)),
  { minLength: 1, maxLength: 7 },
);

const someEquipment: fc.Arbitrary<EquipmentLine> = fc.record(
  {
    label: fc.constant("Line"),
    category: fc.constantFrom("hardware", "facility", "software"),
    architectures: fc.subarray([...architectures], { minLength: 1 }),
    pieces: fc.double({ min: 0, max: 4, noNaN: true }),
    per: fc.constantFrom(...perBases.filter((per) => per !== "peer" && per !== "egressTB" && per !== "storedTB")),
    price: fc.double({ min: 0, max: 9000, noNaN: true }),
    lifeMonths: fc.integer({ min: 1, max: 80 }),
    fromMonth: fc.integer({ min: 1, max: 30 }),
    standingPieces: fc.integer({ min: 0, max: 5 }),
    standingAgeMonths: fc.integer({ min: 0, max: 60 }),
    watts: fc.integer({ min: 0, max: 500 }),
    upkeepRate: fc.double({ min: 0, max: 0.4, noNaN: true }),
    warrantyMonths: fc.integer({ min: 0, max: 40 }),
  },
  { requiredKeys: ["label", "category", "architectures", "pieces", "price", "lifeMonths"] },
);

const evaluated = (inputs: Partial<Inputs>, rows: Partial<OwnRows>) =>
  evaluateModel(complete(inputs), { ...noRows, ...rows });

function check<Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>): void {
  fc.assert(property, settings);
}

describe("for every model with rows", { timeout: 240_000 }, () => {
  it("a row of the register that is split into two equal ones changes nothing", () => {
    check(
      fc.property(someInputs, someRegister, fc.nat(), (inputs, register, pick) => {
        const place = pick % register.length;
        const split = register.flatMap((row, i) => {
          const half = { ...row, count: row.count / 2 };
          return i === place ? [half, half] : [row];
        });
        expectSame(evaluated(inputs, { register: split }), evaluated(inputs, { register }));
      }),
    );
  });

  it("a register waits where the cloud or peers run today, and where nothing does: the same to the last digit", () => {
    check(
      fc.property(
        someInputs,
        someRegister,
        fc.constantFrom("none", "cloud", "peerToPeer"),
        (inputs, register, today) => {
          const stated = { ...inputs, currentArchitecture: today };
          insistEqual(evaluated(stated, { register }), evaluated(stated, {}));
        },
      ),
    );
  });

  it("a row that says what the model supposes changes nothing", () => {
    check(
      fc.property(someInputs, fc.constantFrom("onPremises", "hybrid"), (inputs, today) => {
        const stated = { ...inputs, currentArchitecture: today };
        const { servers, storageServers } = evaluated(stated, {}).architectures[today].quantities as Record<
          string,
          number[]
        >;
        const row = (what: RegisterKind, count: number): RegisterRow => ({ label: what, what, count });
        const register = [
          row("server", servers?.[0] as number),
          row("storageServer", storageServers?.[0] as number),
          row("network", 1),
          row("facility", complete(stated).ownFacilityKW),
        ];
        expectSame(evaluated(stated, { register }), evaluated(stated, {}));
      }),
    );
  });

  it("one kind that is all participants, as the inputs say or in words of its own, is no kind", () => {
    const same = fc.subarray([...kindInputs]);
    check(
      fc.property(someInputs, same, fc.boolean(), (inputs, stated, isHalved) => {
        const full = complete(inputs);
        const kind = (share: number): ParticipantKind => ({
          ...{ label: "All", share },
          ...Object.fromEntries(stated.map((key) => [key, full[key]])),
        });
        const participantKinds = isHalved ? [kind(0.25), kind(0.75)] : [kind(1)];
        expectSame(evaluated(inputs, { participantKinds }), evaluated(inputs, {}));
      }),
    );
  });

  it("equipment of which there are no pieces, and none stand, costs nothing", () => {
    check(
      fc.property(someInputs, fc.array(someEquipment, { minLength: 1, maxLength: 3 }), (inputs, lines) => {
        const none = lines.map((line) => ({ ...line, pieces: 0, standingPieces: 0 }));
        expectSame(evaluated(inputs, { equipmentLines: none }), evaluated(inputs, {}));
      }),
    );
  });

  it("every total is the sum of its categories", () => {
    check(
      fc.property(someInputs, someRegister, fc.array(someEquipment, { maxLength: 3 }), (inputs, register, lines) => {
        const result = evaluated(inputs, { register, equipmentLines: lines });
        for (const a of architectures) {
          for (const view of views) {
            const { lines: byCategory, total } = result.architectures[a].views[view];
            for (const [t, value] of total.entries()) {
              const sum = categories.reduce((all, category) => all + (byCategory[category][t] as number), 0);
              const isNear = Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value));
              insist(isNear, () => `${a}, ${view}, month ${t}: ${sum} and ${value}`);
            }
          }
        }
      }),
    );
  });
});
