import { once } from "node:events";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { asLogLines } from "./log-lines.mjs";

async function linesOf(chunks: string[]) {
  const lines: string[] = [];
  const stream = Readable.from(chunks);
  const last = asLogLines(stream, (line) => lines.push(line));
  await once(stream, "close");
  return { lines, last: last() };
}

describe("what a process prints beside its log", () => {
  it("becomes one JSON object a line, and what is one already stays", async () => {
    const { lines, last } = await linesOf(['{"msg":"a"}\nFATAL ', 'ERROR: x\r\n\n{"torn\nend']);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["a", "FATAL ERROR: x", '{"torn', "end"]);
    expect(lines[0]).toBe('{"msg":"a"}');
    expect(JSON.parse(lines[1] ?? "")).toEqual({ level: 50, time: expect.any(Number), msg: "FATAL ERROR: x" });
    expect(last).toBe('\n{"msg":"a"}\nFATAL ERROR: x\n{"torn\nend');
  });

  it("is remembered by its end only", async () => {
    const { last } = await linesOf([`${"x".repeat(5_000)}\nthe last words`]);
    expect(last).toHaveLength(4_000);
    expect(last.endsWith("x\nthe last words")).toBe(true);
  });
});
