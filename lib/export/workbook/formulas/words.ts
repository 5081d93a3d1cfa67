import { type Argument, binds, type Form, tightly } from "./form";

/** Arithmetic, conditions and the functions that need nothing but their arguments. */

type Texts = readonly [Argument, ...Argument[]];
const first = (args: readonly Argument[]) => (args as Texts)[0];
const second = (args: readonly Argument[]) => args[1] as Argument;
const third = (args: readonly Argument[]) => args[2] as Argument;

/** What stands behind a sign keeps its parentheses, so that the work is done in the declared order. */
const infix =
  (sign: string, precedence: number): Form =>
  (args) => ({ text: `${first(args).text(precedence)}${sign}${second(args).text(precedence + 1)}`, precedence });

const compare =
  (sign: string) =>
  (args: readonly Argument[]): string =>
    `${first(args).text(binds.sum)}${sign}${second(args).text(binds.sum)}`;

const joined = (name: string) => (args: readonly Argument[]) =>
  `${name}(${args.map((arg) => arg.condition()).join(",")})`;

/** Words that hold or do not, as conditions. */
export const conditions: Readonly<Record<string, (args: readonly Argument[]) => string>> = {
  equals: compare("="),
  less: compare("<"),
  atMost: compare("<="),
  greater: compare(">"),
  atLeast: compare(">="),
  and: joined("AND"),
  or: joined("OR"),
  not: joined("NOT"),
};

const called =
  (name: string): Form =>
  (args) =>
    tightly(`${name}(${args.map((arg) => arg.text()).join(",")})`);

const power: Form = (args) => {
  const [base, exponent] = [first(args), second(args)];
  const is = exponent.node;
  if (is.kind === "number" && is.value !== 0) {
    return { text: `${base.text(binds.tightly)}^${exponent.text(binds.tightly)}`, precedence: binds.power };
  }
  // Nothing to the power of nothing is 1 here, and an error there.
  const times = exponent.repeated();
  return tightly(`IF(${times}=0,1,${base.text(binds.tightly)}^${times})`);
};

const when: Form = (args) => {
  let text = (args[args.length - 1] as Argument).text();
  for (let i = args.length - 3; i >= 0; i -= 2) {
    text = `IF(${(args[i] as Argument).condition()},${(args[i + 1] as Argument).text()},${text})`;
  }
  return tightly(text);
};

/** From the small numbers themselves, so that none is lost beside 1. */
const either: Form = (args) => {
  const texts = args.map((arg) => arg.repeated());
  return {
    text: texts.reduce((a, b, place) => {
      const before = place > 1 ? `(${a})` : a;
      return `${before}+${b}-${before}*${b}`;
    }),
    precedence: binds.sum,
  };
};

const ceil: Form = (args) => {
  const x = first(args).repeated();
  return { text: `-INT(0.000000001*MAX(1,ABS(${x}))-${x})`, precedence: binds.sign };
};

const floor: Form = (args) => {
  const x = first(args).repeated();
  return tightly(`INT(${x}+0.000000001*MAX(1,${x}))`);
};

const grow: Form = (args, { month }) => ({
  text: `(1+${first(args).text(binds.product)})^(${month}/12)`,
  precedence: binds.power,
});

const monthlyRate: Form = (args) => ({
  text: `(1+${first(args).text(binds.product)})^(1/12)-1`,
  precedence: binds.sum,
});

/** Where hardly anything is owed, one less a power has no digits left; two terms of the series are exact there. */
export const levelPaymentText = (amount: string, rate: string, months: string) =>
  `IF(${rate}*${months}<0.000001,${amount}/${months}*(1+${rate}*(${months}+1)/2),${amount}*${rate}/(1-(1+${rate})^(-${months})))`;

const levelPayment: Form = (args) =>
  tightly(levelPaymentText(first(args).repeated(), second(args).repeated(), third(args).repeated()));

const tiers: Form = (args) => {
  const [amount, ...rest] = args.map((arg) => arg.repeated());
  const parts: string[] = [];
  let from = "0";
  for (let i = 0; i + 1 < rest.length; i += 2) {
    parts.push(`MAX(0,MIN(${amount},${rest[i]})-${from})*${rest[i + 1]}`);
    from = rest[i] as string;
  }
  parts.push(`MAX(0,${amount}-${from})*${rest[rest.length - 1]}`);
  return { text: parts.join("+"), precedence: binds.sum };
};

export const wordForms: Readonly<Record<string, Form>> = {
  add: infix("+", binds.sum),
  subtract: infix("-", binds.sum),
  multiply: infix("*", binds.product),
  divide: infix("/", binds.product),
  power,
  negate: (args) => ({ text: `-${first(args).text(binds.tightly)}`, precedence: binds.sign }),
  max: called("MAX"),
  min: called("MIN"),
  ln: called("LN"),
  log10: called("LOG10"),
  exp: called("EXP"),
  ceil,
  floor,
  when,
  either,
  grow,
  monthlyRate,
  levelPayment,
  tiers,
};
