import type { RowTable } from "./own-rows";

/** What a table of rows is called, and one row of it. */
export const tableNames: Record<RowTable, string> = {
  customLines: "Own lines",
  register: "Register",
  equipmentLines: "Equipment lines",
  staffLines: "Staff lines",
  participantKinds: "Kinds of participants",
  billLines: "Cloud bill",
};
export const rowNames: Record<RowTable, string> = {
  customLines: "Own line",
  register: "Register row",
  equipmentLines: "Equipment line",
  staffLines: "Staff line",
  participantKinds: "Kind of participants",
  billLines: "Line of the bill",
};
