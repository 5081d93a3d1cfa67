import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cannotListen, checkPort } from "./check-port.mjs";

const other = createServer();
let port: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  port = (other.address() as { port: number }).port;
});
afterAll(() => new Promise((resolve) => other.close(resolve)));

it("says that a port is taken, and lets one go that is free", async () => {
  await expect(checkPort({ PORT: port, HOST: "127.0.0.1" })).rejects.toThrow(
    `Port ${port} is taken. Stop what uses it, or set PORT to another one, for example PORT=3001 npm start.`,
  );
  // Any port that the system picks is free.
  await expect(checkPort({ PORT: 0, HOST: "127.0.0.1" })).resolves.toBeUndefined();
});

it.each([
  ["EACCES", "This user may not listen on port 80. Set PORT to one above 1023."],
  ["EADDRNOTAVAIL", "HOST is example.org, which is no address of this machine. Set it to one of its own,"],
  ["ENOTFOUND", "HOST is example.org, which is no address of this machine."],
  ["EMFILE", "Nothing can listen on port 80: listen EMFILE. Set PORT or HOST to another."],
])("has words for %s", (code, words) => {
  const error = cannotListen({ code, message: `listen ${code}` }, { PORT: 80, HOST: "example.org" });
  expect(error.message).toContain(words);
});
