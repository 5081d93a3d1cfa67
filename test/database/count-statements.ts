import pg from "pg";
import { vi } from "vitest";

/** How many statements were sent to PostgreSQL while something was done; `like` counts only some. */
export async function countStatements(work: () => Promise<unknown>, like = /./): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    const texts = (spy.mock.calls as unknown[][]).map(([given]) =>
      typeof given === "string" ? given : ((given as { text?: string } | undefined)?.text ?? ""),
    );
    return texts.filter((text) => like.test(text)).length;
  } finally {
    spy.mockRestore();
  }
}
