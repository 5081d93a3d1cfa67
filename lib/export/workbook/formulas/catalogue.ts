import type { Quantity } from "@/lib/formula/node";
import { exp } from "@/lib/math/exp";
import { gaussLegendre } from "@/lib/math/gauss-legendre";
import { log } from "@/lib/math/log";
import { pow } from "@/lib/math/pow";
import {
  type Argument,
  type Form,
  numberText,
  type Place,
  type Read,
  type Table,
  type TablePlace,
  tightly,
} from "./form";

/**
 * The sum over a catalogue (lib/formula/primitives/catalogue) over a table of places in it: the first items one by one, the rest
 * by Gauss-Legendre panels over the logarithm of their number, and of Euler and Maclaurin's correction half of each end and its first
 * derivative: behind so many items the next is below 1e-12 of the sum. The table has as many rows for every size of catalogue.
 */
const head = 256;
const panels = 16;
const gauss = gaussLegendre(16);
const places = head + panels * gauss.length;
const rows = places + 2;

/** Below it what is carried is summed as a series, for what is left of it by subtraction has few digits. */
const seriesBelow = 0.02;
const seriesLength = 8;

const [item, popularity, weight, slope, share] = [0, 1, 2, 3, 4] as const;

function tableOf(items: Argument, exponent: Argument, place: Place): (at: TablePlace) => Table {
  const [itemsText, exponentText] = [items.repeated(), exponent.repeated()];
  const [itemsRead, exponentRead] = [place.read(items.node), place.read(exponent.node)];
  return ({ address, range }) => {
    const column = (c: number) => range(c, 0, rows - 1);
    const span = `LN(MAX(${itemsText},${head})/${head})`;
    const isLarge = `IF(${itemsText}>${head},1,0)`;
    const total = place.working(`catalogue total ${itemsText}|${exponentText}`, () => ({
      label: "Popularity of the whole catalogue",
      unit: "number",
      single: `SUMPRODUCT(${column(weight)},${column(popularity)})+SUMPRODUCT(${column(slope)},${column(popularity)})`,
      values: (read) => [tableValues(read, itemsRead, exponentRead).total],
    })).single;
    const shareText = (r: number) => `${address(popularity, r)}/${total}`;
    const popularityText = (r: number) => `${address(item, r)}^(-${exponentText})`;
    const row = (r: number): readonly string[] => {
      if (r < head)
        return [numberText(r + 1), popularityText(r), `IF(${address(item, r)}<=${itemsText},1,0)`, "0", shareText(r)];
      if (r < places) {
        const { x, w } = gauss[(r - head) % gauss.length] as { x: number; w: number };
        const at = (Math.floor((r - head) / gauss.length) + (1 + x) / 2) / panels;
        return [
          `${head}*EXP(${numberText(at)}*${span})`,
          popularityText(r),
          `${numberText(w / 2 / panels)}*${span}*${address(item, r)}`,
          "0",
          shareText(r),
        ];
      }
      const isEnd = r > places;
      return [
        isEnd ? `MAX(${itemsText},${head})` : numberText(head),
        popularityText(r),
        `${isEnd ? "" : "-"}${isLarge}/2`,
        `${isEnd ? "-" : ""}${isLarge}*${exponentText}/12/${address(item, r)}`,
        shareText(r),
      ];
    };
    return {
      title: "Places in the catalogue at which its sum is taken",
      columns: [
        { head: "Item", width: 12 },
        { head: "Popularity", width: 14 },
        { head: "Weight", width: 14 },
        { head: "Weight of the slope", width: 14 },
        { head: "Share of all", width: 14 },
      ],
      rows: Array.from({ length: rows }, (_, r) => row(r)),
      values: (read) => tableValues(read, itemsRead, exponentRead).rows,
    };
  };
}

function tableValues(read: Read, itemsRead: Quantity, exponentRead: Quantity): { rows: number[][]; total: number } {
  const items = read.values(itemsRead)[0] as number;
  const exponent = read.values(exponentRead)[0] as number;
  const span = log(Math.max(items, head) / head);
  const isLarge = items > head ? 1 : 0;
  const all = Array.from({ length: rows }, (_, r): [number, number, number] => {
    if (r < head) return [r + 1, r + 1 <= items ? 1 : 0, 0];
    if (r < places) {
      const { x, w } = gauss[(r - head) % gauss.length] as { x: number; w: number };
      const at = (Math.floor((r - head) / gauss.length) + (1 + x) / 2) / panels;
      const there = head * exp(at * span);
      return [there, (w / 2 / panels) * span * there, 0];
    }
    const sign = r > places ? 1 : -1;
    const there = sign > 0 ? Math.max(items, head) : head;
    return [there, (sign * isLarge) / 2, (-sign * isLarge * exponent) / 12 / there];
  });
  const popular = all.map(([there]) => pow(there, -exponent));
  const total = all.reduce((sum, [, w, d], r) => sum + (w + d) * (popular[r] as number), 0);
  return {
    rows: all.map(([there, w, d], r) => [there, popular[r] as number, w, d, (popular[r] as number) / total]),
    total,
  };
}

/** 1 − (1 − f)^j over ±j!, for j from 2 on. */
function seriesOf(f: Argument, place: Place): (at: TablePlace) => Table {
  const text = f.repeated();
  const read = place.read(f.node);
  let factorial = 1;
  const signed = Array.from({ length: seriesLength }, (_, i) => {
    factorial *= -(i + 2);
    return -factorial;
  });
  return () => ({
    title: "Series of what is carried",
    columns: [
      { head: "Power", width: 8 },
      { head: "Coefficient", width: 14 },
    ],
    rows: signed.map((of, i) => [numberText(i + 2), `(1-(1-${text})^${i + 2})/${numberText(of)}`]),
    values: ({ values }) => signed.map((of, i) => [i + 2, (1 - pow(1 - (values(read)[0] as number), i + 2)) / of]),
  });
}

const offload: Form = (args, place) => {
  const [concurrent, items, exponent, contributing] = args as [Argument, Argument, Argument, Argument];
  const [users, f] = [concurrent.repeated(), contributing.repeated()];
  const table = place.table(`catalogue ${items.repeated()}|${exponent.repeated()}`, tableOf(items, exponent, place));
  const series = place.table(`series ${f}`, seriesOf(contributing, place));
  const c = `(${users}*${table.range(share, 0, rows - 1)})`;
  const coefficient = (i: number) => series.range(1, i, i);
  let terms = coefficient(seriesLength - 1);
  for (let i = seriesLength - 2; i >= 0; i--) terms = `${coefficient(i)}+${c}*(${terms})`;
  const few = `(${c}<${seriesBelow})*${c}*${c}*(${terms})`;
  const many = `(${c}>=${seriesBelow})*(${f}*${c}-EXP(-(1-${f})*${c})+EXP(-${c}))`;
  const sum = `SUMPRODUCT(${table.range(weight, 0, rows - 1)}*(${few}+${many}))`;
  const ends = `(${users}*${table.range(share, places, rows - 1)})`;
  const slopes = `SUMPRODUCT(${table.range(slope, places, rows - 1)}*(${f}*${ends}+(1-${f})*${ends}*EXP(-(1-${f})*${ends})-${ends}*EXP(-${ends})))`;
  return tightly(`IF(OR(${users}<=0,${f}<=0),0,(${sum}+${slopes})/${users})`);
};

export const catalogueForms: Readonly<Record<string, Form>> = { catalogueOffload: offload };
