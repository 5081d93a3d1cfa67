import { DeclarationError } from "./declaration-error";

/**
 * Units as exponents of base symbols. A base symbol is any word: month and year are two of them, and only a constant
 * that says "12 month/year" turns one into the other. So a formula that forgets a conversion does not agree.
 */
export type Unit = ReadonlyMap<string, number>;

export const dimensionless: Unit = new Map();

/** The unit of a condition, which holds (1) or does not (0). */
export const condition = "0 or 1";

/** Words that are units of their own but no dimension. */
const words = new Set(["share", "ratio", "number", "factor", "1", condition]);
const compounds: Record<string, string> = { kWh: "kW*h" };

/**
 * Reads "money/TB/month", "money/(Mbit/s)/month", "core-hour/month", "per year", "share of price/year".
 *
 * @throws DeclarationError where the text is no unit
 */
export function parseUnit(text: string): Unit {
  const known = parsed.get(text);
  if (known) return known;
  const unit = read(
    text
      .replace(/^per /, "1/")
      .replace(/^share of [a-z ]+/, "share")
      .replaceAll("core-hour", "(core*h)"),
  );
  parsed.set(text, unit);
  return unit;
}
const parsed = new Map<string, Unit>();

function read(text: string): Unit {
  if (words.has(text.trim())) return dimensionless;
  const tokens = text.match(/[A-Za-z]+|1|[*/()]/g) ?? [];
  if (tokens.join("") !== text.replaceAll(" ", "")) throw new DeclarationError(`"${text}" is no unit`);
  let at = 0;
  const factor = (): Unit => {
    const token = tokens[at++];
    if (token === "(") {
      const inner = product();
      if (tokens[at++] !== ")") throw new DeclarationError(`"${text}" has a parenthesis that is not closed`);
      return inner;
    }
    if (token === undefined || /^[*/)]$/.test(token)) throw new DeclarationError(`"${text}" is no unit`);
    const compound = compounds[token];
    if (compound) return read(compound);
    return words.has(token) ? dimensionless : new Map([[token, 1]]);
  };
  const product = (): Unit => {
    let unit = factor();
    while (tokens[at] === "*" || tokens[at] === "/") {
      unit = tokens[at++] === "*" ? multiply(unit, factor()) : divide(unit, factor());
    }
    return unit;
  };
  const unit = product();
  if (at < tokens.length) throw new DeclarationError(`"${text}" is no unit`);
  return unit;
}

export function multiply(a: Unit, b: Unit): Unit {
  return combine(a, b, 1);
}

export function divide(a: Unit, b: Unit): Unit {
  return combine(a, b, -1);
}

export function power(a: Unit, exponent: number): Unit {
  return new Map([...a].map(([symbol, n]) => [symbol, n * exponent] as const).filter(([, n]) => n !== 0));
}

export function equal(a: Unit, b: Unit): boolean {
  return a.size === b.size && [...a].every(([symbol, n]) => b.get(symbol) === n);
}

export function isDimensionless(unit: Unit): boolean {
  return unit.size === 0;
}

/** Whether a figure of this unit is written without it. */
export function isPlainNumber(unit: string): boolean {
  return words.has(unit);
}

/** "money/month", "1" for a plain number. */
export function printUnit(unit: Unit): string {
  const part = ([symbol, n]: [string, number]) => (Math.abs(n) === 1 ? symbol : `${symbol}^${Math.abs(n)}`);
  const over = [...unit].filter(([, n]) => n > 0).map(part);
  const under = [...unit].filter(([, n]) => n < 0).map(part);
  return [over.join("*") || "1", ...under].join("/");
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const sum = new Map(a);
  for (const [symbol, n] of b) {
    const total = (sum.get(symbol) ?? 0) + sign * n;
    if (total === 0) sum.delete(symbol);
    else sum.set(symbol, total);
  }
  return sum;
}
