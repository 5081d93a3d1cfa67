import { beforeAll, expect, it } from "vitest";
import { authorizeLink } from "@/lib/server/access/link";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { linkedCsv } from "@/lib/server/exports/linked-csv";
import { inputsDownload, modelCsv, person, program } from "@/lib/server/exports/model-csv";
import { createLink } from "@/lib/server/sharing/create-link";
import { plainLink } from "@/test/figures/plain-link";
import { editAccessTo, newPerson, someModel, someOrigin } from "@/test/people";
import { getCsvFormat, setCsvFormat } from "./csv-format";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let access: EditAccess;

beforeAll(async () => {
  [ada, bob] = (await Promise.all([newPerson("Ada"), newPerson("Bob")])).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
  ];
  access = await editAccessTo(ada, await someModel(ada));
});

const years = async (address: string, reader = person) => {
  const answer = await modelCsv(access, "years", new URLSearchParams(address), someOrigin(), reader);
  return { status: answer.status, text: (await answer.text()).replace("\ufeff", "") };
};
const withCommas = /^model;scenario;architecture;.*\r\n.*;[\d-]+,\d\d;/;
const withPoints = /^model,scenario,architecture,.*\r\n.*,[\d-]+\.\d\d,/;

it("is commas and points until a person chooses, and theirs alone from then on", async () => {
  expect((await years("")).text).toMatch(withPoints);
  await setCsvFormat(ada, { separator: "semicolon", decimal: "comma" });
  expect(await getCsvFormat(ada)).toEqual({ separator: "semicolon", decimal: "comma" });
  expect(await getCsvFormat(bob)).toEqual({ separator: "comma", decimal: "point" });
  expect((await years("")).text).toMatch(withCommas);
  const inputs = await inputsDownload(access, new URLSearchParams(), someOrigin());
  expect(await inputs.text()).toMatch(/\r\ncloudPue;[^;]*;1,135;/);
});

it("is what an address asks for, and never another's choice for a program", async () => {
  expect((await years("separator=comma&decimal=point")).text).toMatch(withPoints);
  const plain = await years("", program);
  expect(plain.text).toMatch(withPoints);
  const asked = await years("separator=semicolon&decimal=comma", program);
  expect(asked.text).toBe((await years("")).text);
  expect(asked.text).not.toBe(plain.text);
  expect(await years("separator=pipe")).toMatchObject({
    status: 422,
    text: expect.stringContaining("There is no separator “pipe”. It is one of comma, semicolon, tab."),
  });
});

it("is the address's behind a link too", async () => {
  const share = await authorizeModel(ada, access.modelId, "share");
  if (share === null || share === "refused") throw new Error("not the owner");
  const made = await createLink(share, plainLink, someOrigin());
  if (!made.ok) throw new Error("no link");
  const link = await authorizeLink(made.link.slice(-43), undefined, "link:download");
  if (link === null || typeof link === "string") throw new Error("the link opens nothing");
  const read = async (address: string) =>
    (await (await linkedCsv(link, "years", new URLSearchParams(address), someOrigin())).text()).replace("\ufeff", "");
  expect(await read("")).toBe((await years("separator=comma&decimal=point")).text);
  expect(await read("separator=semicolon&decimal=comma")).toBe((await years("")).text);
});
