import { parentPort } from "node:worker_threads";
import type { ExportedWorkbook } from "@/lib/export/workbook/sheets/exported-workbook";
import { workbookBytes } from "@/lib/export/workbook/zip";

// Makes the workbook of one model and ends.
parentPort?.once("message", async (exported: ExportedWorkbook) =>
  parentPort?.postMessage(await workbookBytes(exported)),
);
