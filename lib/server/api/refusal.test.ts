import { expect, it } from "vitest";
import { type Obstacle, refused } from "@/lib/outcome";
import { refusalResponse } from "./refusal";

const answered = async (obstacle?: Obstacle) => {
  const answer = refusalResponse(refused("name", "Name is missing.", obstacle), "The model was not made.");
  const { detail, faults } = await answer.json();
  return { status: answer.status, detail, faults, after: answer.headers.get("retry-after") };
};

it("answers what is wrong with what was sent by naming it, and does not ask to come back", async () => {
  const faults = [{ key: "name", message: "Name is missing." }];
  expect(await answered()).toEqual({ status: 422, detail: "The model was not made.", faults, after: null });
});

it.each([
  ["forbidden", 403, null],
  ["gone", 404, null],
  ["changed", 409, null],
  [{ seconds: 17 }, 429, "17"],
] as const)("answers what is in the way (%j) by its status", async (obstacle, status, after) => {
  expect(await answered(obstacle)).toEqual({ status, detail: "Name is missing.", faults: undefined, after });
});
