import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, vi } from "vitest";

/** A real mail server for the tests of a file. @returns the mails that it took, as a mail program reads them */
export function mailServerOfThisFile(): ParsedMail[] {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        arrived.push(mail);
        done();
      }, done);
    },
  });
  // Before anything reads the environment, which is read once.
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
    vi.stubEnv("MAIL_FROM", "Peerbalance <site@example.org>");
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  return arrived;
}
