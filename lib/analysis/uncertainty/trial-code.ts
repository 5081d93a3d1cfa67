import { FunctionWriter } from "@/lib/formula/compiled/function-writer";
import type { Around, PlaceInMemory } from "@/lib/formula/compiled/pair-program";
import * as scalar from "@/lib/formula/compiled/scalar";
import * as vector from "@/lib/formula/compiled/vector";
import type { InputTerm, Quantity } from "@/lib/formula/node";
import { architectures } from "@/lib/model/architectures";
import { aheadBy } from "@/lib/model/ranking";
import { pairs } from "./break-even";
import type { OutcomeProgram } from "./outcome-program";

/** What is done for each two trials around a program: their draws go in, their cash by month is added up. */

const { integer, local, setLocal, addIntegers, multiplyIntegers } = scalar;
const [bytesPerDouble, bytesPerPair] = [8, 16];

/** Trials whose draws and cash by month lie in memory at once: so few that they stay near the processor. */
export const batch = 100;
/** A row of them, and one more where a trial is left over and is worked out twice. */
const rowLength = batch + 2;
const rowBytes = rowLength * bytesPerDouble;

/** Where that lies in the cells. */
export interface TrialPlaces {
  /** Rows of each drawn figure, and one more value where a trial is left over. */
  readonly drawn: readonly number[];
  /** Cumulative cash of each architecture, its months: rows of trials, as they are kept (outcomes.ts). */
  readonly paths: readonly (readonly number[])[];
  /** What participants bear, of each architecture. */
  readonly borne: number;
  /** From which month on one is ahead of another for good, of each pair. */
  readonly since: number;
}

/** Puts the draws of two trials where the program has them. Parameters: the first of both. */
function drawnCode(rows: readonly number[], inputs: readonly PlaceInMemory[]): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32"] });
  const at = w.keep("i32", multiplyIntegers(local(0), integer(bytesPerDouble)));
  for (const [k, row] of rows.entries()) {
    w.add(vector.store(integer((inputs[k] as PlaceInMemory).at), 0, vector.load(at, row)));
  }
  return w;
}

interface Spending {
  readonly cash: PlaceInMemory;
  readonly borne: PlaceInMemory;
  /** Whether each is 0 in month 0, whatever lies there. */
  readonly isNoneAtFirst: { readonly cash: boolean; readonly borne: boolean };
}

/** Adds up month by month. Parameters: where the paths of two trials begin. */
function pathsCode(spendings: readonly Spending[], months: number, borneAt: number): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32"] });
  const nothing = vector.constant(0);
  const [t, row] = [w.local("i32"), w.local("i32")];
  const pathBytes = (months + 1) * rowBytes;
  const first = ({ at }: PlaceInMemory, isNone: boolean) =>
    isNone ? nothing : vector.add(vector.load(integer(at), 0), nothing);
  const inMonth = ({ at, step }: PlaceInMemory) => vector.load(step === 0 ? integer(0) : local(t), at);
  const sums = spendings.map(({ cash, borne, isNoneAtFirst }, a) => {
    const [spent, carried] = [w.local("v128"), w.local("v128")];
    w.add([setLocal(spent, first(cash, isNoneAtFirst.cash)), setLocal(carried, first(borne, isNoneAtFirst.borne))]);
    w.add(vector.store(local(0), a * pathBytes, local(spent)));
    return { spent, carried };
  });
  const body = spendings.map(({ cash, borne }, a) => {
    const { spent, carried } = sums[a] as (typeof sums)[number];
    return [
      setLocal(spent, vector.add(local(spent), inMonth(cash))),
      setLocal(carried, vector.add(local(carried), inMonth(borne))),
      vector.store(local(row), a * pathBytes, local(spent)),
    ];
  });
  const next = setLocal(row, addIntegers(local(row), integer(rowBytes)));
  w.add(setLocal(row, local(0)));
  w.add(scalar.repeat(t, integer(bytesPerPair), integer((months + 1) * bytesPerPair), bytesPerPair, [next, body]));
  for (const [a, { carried }] of sums.entries())
    w.add(vector.store(integer(borneAt), a * bytesPerPair, local(carried)));
  return w;
}

/** isAhead() of two trials at once, from the last month back. Parameters: two paths, where the month is put. */
function sinceCode(months: number): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32"] });
  const [t, isSo, since, x, y] = [w.local("i32"), ...[0, 1, 2, 3].map(() => w.local("v128"))] as [
    number,
    number,
    number,
    number,
    number,
  ];
  w.add([
    setLocal(t, integer(months * rowBytes)),
    setLocal(isSo, vector.isEqual(vector.constant(0), vector.constant(0))),
    setLocal(since, vector.constant(months + 1)),
  ]);
  // Where a path is no number the trial is left out, whatever is found.
  const size = vector.greater(
    vector.greater(vector.absolute(local(x)), vector.absolute(local(y))),
    vector.constant(aheadBy.atLeast),
  );
  const isNear = vector.isAtMost(
    vector.subtract(local(x), local(y)),
    vector.multiply(vector.constant(aheadBy.share), size),
  );
  const isLeft = scalar.isAbove(local(t), integer(-1));
  w.add(
    scalar.asLongAs(scalar.bothOf(isLeft, vector.isEither(local(isSo))), [
      setLocal(x, vector.load(addIntegers(local(0), local(t)), 0)),
      setLocal(y, vector.load(addIntegers(local(1), local(t)), 0)),
      setLocal(isSo, vector.both(local(isSo), vector.either(vector.isAtMost(local(x), local(y)), isNear))),
      setLocal(since, vector.subtract(local(since), vector.truth(local(isSo)))),
      setLocal(t, scalar.subtractIntegers(local(t), integer(rowBytes))),
    ]),
  );
  w.add(vector.store(local(2), 0, local(since)));
  return w;
}

export function aroundTrials(
  { outcomes }: OutcomeProgram,
  drawn: readonly InputTerm[],
  isNoneAtFirst: (of: Quantity, step: number) => boolean,
): Around<TrialPlaces> {
  const write: Around<TrialPlaces>["write"] = (module, placeOf) => {
    const { months } = module;
    const pathBytes = (months + 1) * rowBytes;
    const rows = drawn.map(() => module.take(rowLength));
    const paths = module.take(architectures.length * (months + 1) * rowLength);
    const borne = module.take(2 * architectures.length);
    const since = module.take(2 * pairs.length);
    const cellOf = (byte: number) => byte / bytesPerDouble;
    const places: TrialPlaces = {
      drawn: rows.map(cellOf),
      paths: architectures.map((_, a) =>
        Array.from({ length: months + 1 }, (_, t) => cellOf(paths + a * pathBytes + t * rowBytes)),
      ),
      ...{ borne: cellOf(borne), since: cellOf(since) },
    };
    const spendings = architectures.map((a): Spending => {
      const { cash, participantCost } = outcomes[a];
      const [ofCash, ofBorne] = [placeOf(cash), placeOf(participantCost)];
      return {
        ...{ cash: ofCash, borne: ofBorne },
        isNoneAtFirst: {
          cash: isNoneAtFirst(cash, ofCash.step),
          borne: isNoneAtFirst(participantCost, ofBorne.step),
        },
      };
    });
    const put = module.add(drawnCode(rows, drawn.map(placeOf)).body);
    const add = module.add(pathsCode(spendings, months, borne).body);
    const find = module.add(sinceCode(months).body);
    const slot = addIntegers(integer(paths), multiplyIntegers(local(0), integer(bytesPerDouble)));
    const pathOf = (a: (typeof architectures)[number]) =>
      addIntegers(slot, integer(architectures.indexOf(a) * pathBytes));
    return {
      places,
      before: scalar.call(put, [local(0)]),
      after: [
        scalar.call(add, [slot]),
        ...pairs.map(({ a, b }, i) => scalar.call(find, [pathOf(a), pathOf(b), integer(since + i * bytesPerPair)])),
      ],
    };
  };
  return { key: "trials", write };
}
