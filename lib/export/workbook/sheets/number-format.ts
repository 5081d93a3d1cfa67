import type { NumberFormat } from "../xlsx/cell";

const counts = /^(server|peer|install|user|piece|site|copy|month|item)$/;

/** How figures of a unit are shown. */
export function formatOf(unit: string): NumberFormat {
  if (/^money/.test(unit)) return "money";
  if (/^(share|share of .*)$/.test(unit)) return "share";
  if (/^(per year|1\/year)$/.test(unit)) return "chance";
  if (counts.test(unit)) return "whole";
  return unit === "0 or 1" ? "general" : "number";
}
