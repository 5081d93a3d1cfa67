import { expect, it } from "vitest";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel } from "@/lib/model/evaluate";
import defaults from "@/lib/model/oracles/defaults.json";
import { authorizeModel } from "@/lib/server/access/model";
import { saveUnder, superuserOfThisFile } from "@/test/database/superuser";
import { defaultsOfVersion1 } from "@/test/figures/defaults-of-version-1";
import { newPerson, someModel, someOrigin } from "@/test/people";
import { getModel } from "./get-model";
import { moveModel } from "./move-model";

const superuser = superuserOfThisFile();

it("a model of version 1 shows the defaults and the costs of then, until it is moved", async () => {
  const { user } = await newPerson("Ada");
  const id = await someModel(user);
  await saveUnder(superuser, id, 1, {});
  const shown = async () => {
    const model = await getModel(user, id);
    if (model === null) throw new Error("Ada's model is there");
    return model;
  };
  const total = async () => evaluateModel(completeInputs((await shown()).inputs, 1)).architectures.onPremises.total;

  expect((await shown()).inputs).toEqual(defaultsOfVersion1);
  // Worked by an independent evaluation of model.md with the tables of version 1.
  expect(Math.abs((await total()) / 5_133_329.7868017955 - 1)).toBeLessThan(1e-9);

  const access = await authorizeModel(user, id, "edit");
  if (access === null || access === "refused") throw new Error("Ada owns this model");
  const { revision } = await shown();
  expect(await moveModel(access, { revision, to: 2 }, someOrigin())).toMatchObject({ ok: true });
  expect((await shown()).inputs).toEqual({});
  expect(Math.abs((await total()) / defaults.expected.architectures.onPremises.total - 1)).toBeLessThan(1e-9);
});
