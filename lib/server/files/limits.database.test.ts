import { expect, it } from "vitest";
import { evaluationResponse } from "@/lib/server/api/evaluation";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { newPerson, someDraft } from "@/test/people";
import { readFigures } from "./read-figures";

/** As if the person had done it so often already. */
async function used(what: string, key: string, times: number) {
  for (let time = 0; time < times; time++) await isWithinLimit(what, key, { points: times, seconds: 60 });
}

it("reads thirty files a minute for one person, and goes on for another", async () => {
  const [{ user: ada }, { user: bob }] = await Promise.all([newPerson("Ada"), newPerson("Bob")]);
  await used("files", ada.id, 30);
  const refused = "You have had 30 files read within a minute. Wait a minute, then try again.";
  const read = (user: typeof ada) => readFigures(user, "key,value\nusers,1\n", someDraft, { isNew: false });
  expect(await read(ada)).toEqual({ ok: false, faults: [{ key: "file", message: refused }] });
  expect(await read(bob)).not.toMatchObject({ faults: [{ message: refused }] });
});

it("evaluates 120 times a minute for one person, however many tokens they have", async () => {
  const [{ user: ada }, { user: bob }] = await Promise.all([newPerson("Ada"), newPerson("Bob")]);
  await used("api-evaluation", ada.id, 120);
  const { status, headers } = await evaluationResponse(ada, someDraft);
  expect([status, headers.get("retry-after")]).toEqual([429, "60"]);
  expect((await evaluationResponse(bob, someDraft)).status).toBe(200);
});
