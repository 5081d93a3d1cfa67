import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import Provider from "oidc-provider";
import { SMTPServer } from "smtp-server";
import { test as base } from "./fixtures";

// An installation of its own, with a mail server and an OpenID Connect provider, both real: the one that the other
// specs share has neither, as one that was just started.

export interface Installation {
  url: string;
  /** The newest mail to an address, once it is there. */
  mailTo: (address: string) => Promise<ParsedMail>;
  mails: ParsedMail[];
  /** Who may sign in at the provider, by what they type as their name there: the claims it gives. */
  known: Map<string, { email: string; email_verified?: unknown; name?: string }>;
}

export const test = base.extend<object, { installation: Installation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const url = `http://localhost:${await freePort()}`;
      const mail = await startMail();
      const provider = await startProvider(`${url}/api/auth/callback/oidc`);
      const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-signing-in-"));
      const server = await start(url, {
        DATA_DIR: folder,
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        MAIL_FROM: "Peerbalance <peerbalance@example.org>",
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: "peerbalance",
        OIDC_CLIENT_SECRET: "only-for-tests",
        OIDC_NAME: "Example Login",
      });
      await use({ url, mails: mail.mails, mailTo: mail.mailTo, known: provider.known });
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      mail.stop();
      provider.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** `npm start`, as every operator runs it; the pages are built already for the other specs. */
async function start(url: string, environment: Record<string, string>): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: new URL(url).port, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output: string[] = [];
  await new Promise<void>((resolve, reject) => {
    server.once("exit", () => reject(new Error(`The installation did not start: ${output.join("")}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      output.push(String(chunk));
      if (output.join("").includes("is ready at")) resolve();
    });
  });
  server.removeAllListeners("exit");
  return server;
}

async function startMail() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    async onData(stream, _session, done) {
      mails.push(await simpleParser(stream));
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const isTo = (address: string) => (mail: ParsedMail) =>
    [mail.to].flat().some((to) => to?.value.some((one) => one.address === address));
  const mailTo = async (address: string) => {
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      const mail = mails.findLast(isTo(address));
      if (mail) return mail;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no mail to ${address}`);
  };
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, mailTo, stop: () => server.close() };
}

async function startProvider(callback: string) {
  const known: Installation["known"] = new Map();
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "peerbalance", client_secret: "only-for-tests", redirect_uris: [callback] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["only-for-tests"] },
    findAccount: (_context, id) => {
      const claims = known.get(id);
      return claims && { accountId: id, claims: async () => ({ sub: id, ...claims }) as never };
    },
    // No consent page: the provider does not ask the person.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId,
        accountId: context.oidc.session?.accountId,
      } as never);
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const server = provider.listen(port);
  return { issuer, known, stop: () => server.close() };
}
