import "server-only";
import type { Writable } from "node:stream";
import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";

export interface Statement {
  text: string;
  values: readonly unknown[];
  /** By which the connection remembers it; "" where it does not. */
  name: string;
}

export type Row = Record<string, unknown>;

/**
 * Runs statements on a connection in one transaction of their own: they are sent in one write and answered together, and the transaction
 * ends with them, by the one Sync behind them. What is set until the end of the transaction so holds for the statements behind it and for
 * nothing else, whatever becomes of them. The columns of a statement that the connection remembers are asked for once.
 *
 * @returns the rows of each
 * @throws what the first that fails throws; none of them is answered then
 */
export function runTogether(client: pg.ClientBase, statements: readonly Statement[]): Promise<Row[][]> {
  return new Promise((resolve, reject) => {
    client.query(new Batch(statements, (error, answers = []) => (error ? reject(error) : resolve(answers))));
  });
}

interface Columns {
  names: string[];
  parsers: ((text: string) => unknown)[];
}

/** What pg's own queries use of a connection, and types of it do not name. */
interface Wire {
  stream: Writable;
  /** By name: what PostgreSQL has parsed, and what is on its way there. */
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse: (statement: { name: string; text: string }) => void;
  bind: (portal: { statement: string; values: unknown[] }) => void;
  describe: (portal: { type: "P" }) => void;
  execute: (portal: object) => void;
  sync: () => void;
}

/** Of each connection, by the names of statements. */
const known = new WeakMap<Wire, Map<string, Columns>>();

/** A query of pg's that is several: pg hands it what comes until the Sync is answered. */
class Batch extends pg.Query {
  /** Those of the statement that is being answered: pg notes by them what has been parsed. */
  name = "";
  text = "";
  private at = 0;
  private readonly bound: { statement: string; values: unknown[] }[];
  private readonly answers: Row[][];
  private readonly columns: (Columns | undefined)[] = [];
  private wire: Wire | null = null;
  private fault: Error | null = null;

  /** @param callback called once. pg sets its own in its place, which knows by the call that the time allowed is not up */
  constructor(
    private readonly statements: readonly Statement[],
    public callback: (error: Error | null, answers?: Row[][]) => void,
  ) {
    super("");
    // Here, where nothing has been sent: a value that cannot be written throws.
    this.bound = statements.map(({ name, values }) => ({
      statement: name,
      values: values.map((one) => prepareValue(one)),
    }));
    this.answers = statements.map(() => []);
    this.turnTo(0);
  }

  override submit = (connection: pg.Connection) => {
    const wire = connection as unknown as Wire;
    this.wire = wire;
    const columnsByName = columnsOf(wire);
    wire.stream.cork();
    for (const [index, { name, text }] of this.statements.entries()) {
      if (!isParsed(wire, name)) {
        wire.parse({ name, text });
        if (name !== "") wire.submittedNamedStatements[name] = text;
      }
      wire.bind(this.bound[index] as { statement: string; values: unknown[] });
      const columns = name === "" ? undefined : columnsByName.get(name);
      if (columns === undefined) wire.describe({ type: "P" });
      this.columns[index] = columns;
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const columns = {
      names: fields.map(({ name }) => name),
      parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID)),
    };
    this.columns[this.at] = columns;
    if (this.name !== "" && this.wire) columnsOf(this.wire).set(this.name, columns);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.fault) return;
    try {
      this.answers[this.at]?.push(rowOf(this.columns[this.at], fields));
    } catch (error) {
      // An error that left here would be thrown where the connection reads.
      this.fault = error as Error;
    }
  }

  handleCommandComplete(): void {
    this.turnTo(this.at + 1);
  }

  /** pg has forgotten the statement that failed; those behind it were never parsed. */
  handleError(error: Error): void {
    for (const { name } of this.statements.slice(this.at)) delete this.wire?.submittedNamedStatements[name];
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(this.fault, this.answers);
  }

  private turnTo(index: number): void {
    this.at = index;
    const { name, text } = this.statements[index] ?? { name: "", text: "" };
    this.name = name;
    this.text = text;
  }
}

function columnsOf(wire: Wire): Map<string, Columns> {
  let columns = known.get(wire);
  if (columns === undefined) {
    columns = new Map();
    known.set(wire, columns);
  }
  return columns;
}

function isParsed({ parsedStatements, submittedNamedStatements }: Wire, name: string): boolean {
  return name !== "" && (name in parsedStatements || name in submittedNamedStatements);
}

function rowOf(columns: Columns | undefined, fields: (string | null)[]): Row {
  if (columns === undefined) throw new Error("PostgreSQL gave a row of no columns");
  const { names, parsers } = columns;
  const row: Row = {};
  for (let n = 0; n < fields.length; n++) {
    const text = fields[n] ?? null;
    row[names[n] as string] = text === null ? null : (parsers[n] as Columns["parsers"][number])(text);
  }
  return row;
}

/** Days are days: without this they would be midnights of the server's time zone, where Prisma makes midnights of UTC. */
function parserOf(oid: number): (text: string) => unknown {
  return oid === pg.types.builtins.DATE ? (text) => new Date(`${text}T00:00:00Z`) : pg.types.getTypeParser(oid);
}
