import { expect, it } from "vitest";
import { workbookBytes } from "@/lib/export/workbook/zip";
import { workerSlots } from "@/lib/server/files/worker-slots";
import { exportedOf, withEverything } from "@/test/workbook/exported";
import { Worker } from "@/test/worker-from-source";

const maker = () => new Worker(new URL("./workbook-worker.ts", import.meta.url));

it("gives the bytes of a model's workbook", { timeout: 60_000 }, async () => {
  const exported = exportedOf(withEverything);
  const done = await workerSlots({ atOnce: 1, waiting: 1, time: 60_000 })<Uint8Array>(maker, exported);
  if (!done.ok) throw done.error;
  expect((await workbookBytes(exported)).equals(done.result)).toBe(true);
});
