import "server-only";
import { digestOf } from "@/lib/server/runtime/page-reads";
import { asStatement, unsafeConnected, unsafeRunNoted } from "@/lib/server/runtime/prisma";
import type { Scope, ScopedTransaction } from "@/lib/server/runtime/scope";
import { type Row, runTogether, type Statement } from "@/lib/server/runtime/statement-batch";
import type { PageRead } from "@/lib/web-process/page-reads";
import { sharedState } from "@/lib/web-process/shared-state";
import { Prisma } from "@/prisma/generated/client";

/** What reads with statements of its own, in either kind of scope. */
export type ReadTransaction = Pick<ScopedTransaction, "$queryRaw">;

/**
 * Reads in a scope with statements of SQL: without Prisma between, which takes longer for each statement than PostgreSQL does. What is asked
 * before the event loop goes on is sent in one write, as a transaction that sets its scope, reads, and ends; what is asked after an answer
 * is another. Each statement sees what is there when it runs, as those of inScope do.
 *
 * @param byIndex for statements that read an index in order and end once they have enough. The planner, which expects policies to leave a
 *   few rows only, would find and sort all of them
 *
 * @throws whatever the work throws
 */
export async function readInScope<Result>(
  scope: Scope,
  work: (tx: ReadTransaction) => Promise<Result>,
  { byIndex = false }: { byIndex?: boolean } = {},
): Promise<Result> {
  const opening = asStatement(settingsOf(scope, byIndex));
  return unsafeConnected(async (client) => {
    const questions = new Questions((statements) => unsafeRunNoted(client, [opening, ...statements]));
    const $queryRaw = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      questions.ask(asStatement("raw" in query ? Prisma.sql(query, ...values) : query));
    try {
      return await work({ $queryRaw } as ReadTransaction);
    } finally {
      questions.end();
    }
  });
}

/**
 * Reads once more what a page was drawn from: the same statements, each with what sets its scope, so in the name of the same person.
 *
 * @returns whether all of it is as it was
 * @throws what the first that fails throws
 */
async function isAsRead(reads: readonly PageRead[]): Promise<boolean> {
  return unsafeConnected(async (client) => {
    const answers = await Promise.allSettled(reads.map(({ statements }) => runTogether(client, statements)));
    return answers.every((answer, at) => {
      if (answer.status === "rejected") throw answer.reason;
      return digestOf(answer.value) === reads[at]?.digest;
    });
  });
}

sharedState.isAsRead = isAsRead;

interface Question {
  statement: Statement;
  resolve: (rows: Row[]) => void;
  reject: (error: unknown) => void;
}

/** Gathers what is asked until the event loop goes on. */
class Questions {
  private waiting: Question[] = [];
  private isOver = false;

  /** @param run gives the rows of what stands before the statements, and of each of them */
  constructor(private readonly run: (statements: Statement[]) => Promise<Row[][]>) {}

  ask(statement: Statement): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      // The connection is someone else's by now.
      if (this.isOver) throw new Error("this scope has ended");
      if (this.waiting.length === 0) process.nextTick(() => this.send());
      this.waiting.push({ statement, resolve, reject });
    });
  }

  end(): void {
    this.isOver = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error("this scope ended before it was asked"));
  }

  private async send(): Promise<void> {
    const questions = this.waiting.splice(0);
    if (questions.length === 0) return;
    try {
      const [, ...answers] = await this.run(questions.map(({ statement }) => statement));
      for (const [index, { resolve }] of questions.entries()) resolve(answers[index] as Row[]);
    } catch (error) {
      for (const { reject } of questions) reject(error);
    }
  }
}

/** Calls that set what holds until the transaction ends: one statement for all, as each takes time of its own. */
function settingsOf({ user, organisation, model }: Scope, byIndex: boolean): { text: string; values: string[] } {
  return { text: byIndex ? settingsByIndex : settings, values: [user, organisation ?? "", model ?? ""] };
}

// Statements are planned once a connection, and not anew for the first few values. What they cost is estimated from what functions of
// policies might: PostgreSQL would take many for long ones, and compile them for longer than they run.
const settings = `
  select set_config('transaction_read_only', 'on', true), set_config('plan_cache_mode', 'force_generic_plan', true),
         set_config('jit', 'off', true), set_config('app.user_id', $1, true), set_config('app.organisation_id', $2, true), set_config('app.model_id', $3, true)`;
const settingsByIndex = `${settings},
         set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`;
