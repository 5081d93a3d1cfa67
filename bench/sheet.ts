import type { Evaluation } from "@/lib/formula/evaluate";
import type { InputTerm, Node, Quantity, Term } from "@/lib/formula/node";
import type { CostModel } from "@/lib/model/cost-model";

/** The model as a spreadsheet, from its declarations: each input and quantity a row, each month a column. */
export interface Sheet {
  readonly cells: (string | number)[][];
  /** The row of an input; its value stands in the second column. */
  readonly rowOfInput: (key: string) => number;
  readonly rowOfQuantity: ReadonlyMap<Quantity, number>;
  /** Quantities for which a spreadsheet has no formula: their values are written in, worked out beforehand. */
  readonly valued: readonly Quantity[];
  readonly formulas: number;
}

/** Words of the language that no spreadsheet formula says: cohorts bought and retired, and a sum over a catalogue. */
const unsayable = /^stock|^catalogueOffload$/;

const isSayable = (node: Node): boolean =>
  node.kind !== "apply" || (!unsayable.test(node.primitive.name) && node.args.every(isSayable));

function column(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : column(Math.floor(index / 26) - 1) + letter;
}

export function sheetOf(model: CostModel, evaluation: Evaluation, figure: (term: InputTerm) => number): Sheet {
  const { program } = model;
  const { months } = evaluation;
  const cells: (string | number)[][] = [];
  const rows = new Map<Term | Node, number>();
  const addRow = (of: Term | Node, label: string) => {
    rows.set(of, cells.push([label]) - 1);
    return cells[cells.length - 1] as (string | number)[];
  };
  const isMonthly = (quantity: Quantity) =>
    program.places[program.quantities.get(quantity) as number]?.shape === "monthly";
  const cell = (of: Term | Node, t: number | null) => `$${column(1 + (t ?? 0))}$${(rows.get(of) as number) + 1}`;
  const range = (of: Node, from: number) => `${cell(of, from)}:${cell(of, months)}`;

  /** Rows for what is summed or compared over months and has no row of its own yet. */
  const helpers: { node: Node; row: (string | number)[] }[] = [];
  const rowFor = (node: Node): Node => {
    if (!rows.has(node)) helpers.push({ node, row: addRow(node, "") });
    return node;
  };

  const write = (node: Node, t: number): string => {
    if (node.kind === "number") return String(node.value);
    if (node.kind === "term") {
      const { term } = node;
      if (term.kind === "constant") return String(term.value);
      if (term.kind === "given") return cell(term, null);
      return cell(term, isMonthly(term) ? t : null);
    }
    const { name } = node.primitive;
    const at = (i: number, month = t) => write(node.args[i] as Node, month);
    const all = () => node.args.map((_, i) => at(i));
    const infix = { add: "+", subtract: "-", multiply: "*", divide: "/", power: "^" }[name];
    if (infix) return `(${at(0)}${infix}${at(1)})`;
    const comparison = { equals: "=", less: "<", atMost: "<=", greater: ">", atLeast: ">=" }[name];
    if (comparison) return `IF(${at(0)}${comparison}${at(1)},1,0)`;
    switch (name) {
      case "negate":
        return `(-${at(0)})`;
      case "and":
      case "or":
        return `IF(${name.toUpperCase()}(${at(0)}<>0,${at(1)}<>0),1,0)`;
      case "not":
        return `IF(${at(0)}=0,1,0)`;
      case "max":
      case "min":
      case "ln":
      case "log10":
      case "exp":
        return `${name.toUpperCase()}(${all().join(",")})`;
      case "ceil":
        return `CEILING(${at(0)}-0.000000001*MAX(1,ABS(${at(0)})),1)`;
      case "when": {
        const args = all();
        const otherwise = args.pop() as string;
        let text = otherwise;
        for (let i = args.length - 2; i >= 0; i -= 2) text = `IF(${args[i]}<>0,${args[i + 1]},${text})`;
        return text;
      }
      case "either":
        return `(1-${all()
          .map((a) => `(1-${a})`)
          .join("*")})`;
      case "grow":
        return `(1+${at(0)})^(${t}/12)`;
      case "monthlyRate":
        return `((1+${at(0)})^(1/12)-1)`;
      case "month":
        return String(t);
      case "previous":
        return t === 0 ? "0" : at(0, t - 1);
      case "first":
        return at(0, 1);
      case "last":
        return at(0, months);
      case "running":
        return t === 0 ? "0" : at(0);
      case "once":
        return `IF(${at(0)}=${t},${at(1)},0)`;
      case "sum":
        return `SUM(${range(rowFor(node.args[0] as Node), 0)})`;
      case "largest":
        return `MAX(${range(rowFor(node.args[0] as Node), 1)})`;
      case "least":
        return `MIN(${range(rowFor(node.args[0] as Node), 1)})`;
      case "levelPayment":
        return `IF(${at(1)}=0,${at(0)}/${at(2)},${at(0)}*${at(1)}/(1-(1+${at(1)})^(-${at(2)})))`;
      case "tiers": {
        const [amount, ...rest] = all();
        const parts: string[] = [];
        let from = "0";
        for (let i = 0; i + 1 < rest.length; i += 2) {
          parts.push(`MAX(0,MIN(${amount},${rest[i]})-${from})*${rest[i + 1]}`);
          from = rest[i] as string;
        }
        parts.push(`MAX(0,${amount}-${from})*${rest.at(-1)}`);
        return `(${parts.join("+")})`;
      }
      case "binomialBelow":
        return `IF(${at(2)}<=0,0,IF(${at(2)}>${at(0)},1,BINOM.DIST(${at(2)}-1,${at(0)},${at(1)},TRUE())))`;
      case "yearlyLoss":
        return `(1-(1-BINOM.DIST(${at(0)}-1,${at(1)},EXP(-(${at(2)})),TRUE()))^(${at(3)}))`;
      default:
        if (name.includes(" is ")) {
          const term = node.args[0] as Extract<Node, { kind: "term" }>;
          const place = (term.term as InputTerm).words?.indexOf(name.split(" is ")[1] as string);
          return `IF(${at(0)}=${place},1,0)`;
        }
        throw new Error(`"${name}" has no form in a spreadsheet`);
    }
  };

  for (const input of program.givens.keys()) addRow(input, input.key).push(figure(input));
  const quantities = [...program.quantities.keys()];
  for (const quantity of quantities) addRow(quantity, quantity.key);
  const valued = quantities.filter(({ is }) => !isSayable(is));
  let formulas = 0;
  const fill = (row: (string | number)[], of: (t: number) => string | number, isOne: boolean) => {
    for (let t = 0; t <= (isOne ? 0 : months); t++) row.push(of(t));
    formulas += isOne ? 1 : months + 1;
  };
  for (const quantity of quantities) {
    const row = cells[rows.get(quantity) as number] as (string | number)[];
    const values = evaluation.values(quantity);
    if (!isSayable(quantity.is)) {
      row.push(...values);
      continue;
    }
    const isSetUp = (t: number) => t === 0 && isMonthly(quantity) && quantity.during === "running";
    fill(row, (t) => (isSetUp(t) ? 0 : `=${write(quantity.is, t)}`), !isMonthly(quantity));
  }
  // Writing a helper may ask for another; the list grows while it is read.
  for (const { node, row } of helpers) fill(row, (t) => `=${write(node, t)}`, false);
  const inputRows = new Map([...program.givens.keys()].map((input) => [input.key, rows.get(input) as number]));
  return {
    cells,
    rowOfInput: (key) => inputRows.get(key) as number,
    rowOfQuantity: new Map(quantities.map((quantity) => [quantity, rows.get(quantity) as number])),
    valued,
    formulas,
  };
}
