import { catalogueOffloadOf, swarmShare } from "@/lib/formula/primitives/catalogue/offloads";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import swarm from "@/lib/model/oracles/swarm-offload.json" with { type: "json" };
import { workedExamples } from "@/lib/model/worked-examples";
import { toDecimals, toSignificant } from "@/lib/value/rounding";

/** A published figure beside what the model gives. */
export interface PublishedRow {
  readonly label: string;
  readonly unit: string;
  readonly printed: number;
  readonly tolerance: number;
  readonly here: number;
}

export interface PublishedTable {
  readonly title: string;
  /** What is reckoned. */
  readonly what: string;
  readonly source: string;
  readonly rows: readonly PublishedRow[];
}

/** As many digits as are printed, so that the two can be laid side by side. */
export function toPrintedDigits(value: number, printed: number): number {
  if (printed < 1e-6) return toSignificant(value, 4);
  return toDecimals(value, String(printed).match(/\.(\d+)$/)?.[1]?.length ?? 0);
}

/** All published tables that the model reproduces, each figure evaluated anew. */
export function publishedTables(): PublishedTable[] {
  return [
    ...workedExamples.map(({ title, what, sources, inputs, figures }): PublishedTable => {
      const result = evaluateModel(completeInputs(inputs, 1));
      return {
        title,
        what,
        source: sources,
        rows: figures.map(({ label, unit, printed, tolerance, of }) => ({
          label,
          unit,
          printed,
          tolerance,
          here: of(result),
        })),
      };
    }),
    {
      title: "Delivery that a swarm carries",
      what: "The share of the delivery of one item, and of a catalogue of items, that those who take it carry for one another.",
      source: `The figures are those of the ${swarm.source}; Karamshuk, Sastry, Secker, Chandaria (arXiv 1504.03536).`,
      rows: [
        ...swarm.rows.map(({ c, f, g, tolerance }) => ({
          label: `${c} at once, a share of ${f} uploads`,
          unit: "share",
          printed: g,
          tolerance,
          here: swarmShare(c, f),
        })),
        ...swarm.catalogue.map(({ items, exponent, concurrent, f, offload, tolerance }) => ({
          label: `${concurrent} at once over ${items} items, exponent ${exponent}, a share of ${f} uploads`,
          unit: "share",
          printed: offload,
          tolerance,
          here: catalogueOffloadOf(concurrent, items, exponent, f),
        })),
      ],
    },
  ];
}
