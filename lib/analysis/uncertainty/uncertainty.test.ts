import { describe, expect, it } from "vitest";
import { nextDeclared } from "@/test/next-defaults";
import { finish } from "../steps";
import type { UncertaintyDocument } from "./document";
import defaults from "./oracles/uncertainty-defaults.json";
import template from "./oracles/uncertainty-template.json";
import type { UncertaintyRequest } from "./request";
import { uncertainty } from "./uncertainty";

function documentOf(request: Partial<UncertaintyRequest>): UncertaintyDocument {
  const { inputs, ...rest } = request;
  const outcome = finish(
    uncertainty({
      inputs: { ...nextDeclared.defaults, ...inputs },
      lines: [],
      declared: nextDeclared,
      ranges: {},
      evidence: {},
      drivers: {},
      trials: 1000,
      seed: 1,
      ...rest,
    }),
  );
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome.document;
}

/** Where two documents differ by more than a relative 1e-9; whole numbers, shares and words exactly. */
function differences(path: string, got: unknown, wanted: unknown): string[] {
  if (typeof wanted === "object" && wanted !== null) {
    const isList = Array.isArray(wanted) && Array.isArray(got);
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(got ?? {})])];
    if (isList && wanted.length !== got.length) return [`${path}: ${got.length} for ${wanted.length}`];
    return keys.flatMap((key) =>
      differences(`${path}.${key}`, (got as Record<string, unknown>)?.[key], (wanted as Record<string, unknown>)[key]),
    );
  }
  if (got === wanted) return [];
  const isNear =
    typeof got === "number" &&
    typeof wanted === "number" &&
    Math.abs(got - wanted) <= 1e-9 * Math.max(Math.abs(got), Math.abs(wanted));
  return isNear ? [] : [`${path}: ${got} for ${wanted}`];
}

describe("whole documents of an independent evaluation", { timeout: 120_000 }, () => {
  it.each([
    ["the defaults", defaults],
    ["a template with ranges of every kind", template],
  ])("%s", (_, { request, expected }) => {
    const document = documentOf(request as unknown as UncertaintyRequest);
    expect(differences("", JSON.parse(JSON.stringify(document)), expected)).toEqual([]);
  });
});
