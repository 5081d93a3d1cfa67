import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

const taken: { to: string[]; mail: ParsedMail }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, done) => done(address.startsWith("nobody@") ? new Error("no such mailbox") : null),
  async onData(stream, session, done) {
    taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail: await simpleParser(stream) });
    done();
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("DATABASE_APP_URL", "postgresql://nobody@127.0.0.1:1/none");
  vi.stubEnv("APP_URL", "http://localhost:3000");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  vi.stubEnv("MAIL_FROM", "Peerbalance <peerbalance@example.org>");
});
beforeEach(() => taken.splice(0));
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const { isMailSetUp, sendMail } = await import("./send-mail");

describe("a mail", () => {
  it("reaches the mail server as it was written", async () => {
    expect(isMailSetUp()).toBe(true);
    const text = "Grüße.\n\nhttp://localhost:3000/invitations/abc\n";
    expect(await sendMail({ to: "ada@example.org", subject: "Ada invites you to “Patches”", text })).toBe(true);
    expect(taken).toHaveLength(1);
    expect(taken[0]?.to).toEqual(["ada@example.org"]);
    expect(taken[0]?.mail.subject).toBe("Ada invites you to “Patches”");
    expect(taken[0]?.mail.from?.text).toBe('"Peerbalance" <peerbalance@example.org>');
    expect(taken[0]?.mail.text).toBe(text);
    expect(taken[0]?.mail.html).toBe(false);
  });

  it("keeps to one address and one subject where a name tries to add a header or an address", async () => {
    await sendMail({ to: "ada@example.org", subject: "Hello\r\nBcc: eve@example.org\r\n\r\nmore", text: "x" });
    expect(taken[0]?.to).toEqual(["ada@example.org"]);
    expect(taken[0]?.mail.subject).toBe("Hello Bcc: eve@example.org more");
    expect(taken[0]?.mail.bcc).toBeUndefined();
    await sendMail({ to: "ada@example.org, eve@example.org", subject: "x", text: "x" });
    expect(taken.flatMap(({ to }) => to)).not.toContain("eve@example.org");
  });

  it("that the mail server refuses is answered as false", async () => {
    expect(await sendMail({ to: "nobody@example.org", subject: "x", text: "x" })).toBe(false);
  });
});
