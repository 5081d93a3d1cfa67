import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { environmentNames, parseInstallationEnvironment, parseWebEnvironment } from "./environment.mjs";

const root = path.join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe("the list of variables", () => {
  it("is the same in the code, in .env.example and in the README's table", () => {
    const example = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? "");
    const readme = [...read("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? "");
    expect(sorted(example)).toEqual(sorted(environmentNames));
    expect(sorted(readme)).toEqual(sorted(environmentNames));
  });

  it("is read in one place: no page and no part of lib looks past it", () => {
    const reading = sources(["app", "lib"]).filter((name) => /process\.env\b(?!\.NODE_ENV|\.\w+ = )/.test(read(name)));
    expect(reading).toEqual(["lib/server/runtime/env.ts"]);
  });
});

function sources(names: string[]): string[] {
  return names.flatMap((name) => {
    if (/\.(ts|tsx|mjs)$/.test(name)) return /\.test\.|lib\/server\/testing\//.test(name) ? [] : [name];
    if (path.extname(name) !== "") return [];
    return sources(readdirSync(path.join(root, name)).map((entry) => `${name}/${entry}`));
  });
}

describe("what the variables may be", () => {
  const web = {
    DATABASE_APP_URL: "postgresql://a:b@localhost:5432/c",
    APP_URL: "https://peerbalance.example.org/",
    NEXTAUTH_SECRET: "x".repeat(32),
  };

  it("fills in what is left open, and takes an empty one for one that is not set", () => {
    expect(parseWebEnvironment({ ...web, PORT: "", SIGN_UP: "" })).toEqual({
      DATABASE_APP_URL: "postgresql://a:b@localhost:5432/c",
      APP_URL: "https://peerbalance.example.org",
      NEXTAUTH_SECRET: "x".repeat(32),
      PORT: 3000,
      SIGN_UP: "open",
      OIDC_NAME: "single sign-on",
      TRUSTED_PROXIES: 0,
    });
  });

  it("says what is missing or wrong, all at once", () => {
    expect(() => parseWebEnvironment({ ...web, NEXTAUTH_SECRET: "short", APP_URL: undefined })).toThrow(
      "The environment is not right: APP_URL is not set; NEXTAUTH_SECRET must be at least 32 characters long",
    );
    expect(() => parseInstallationEnvironment({ PORT: "3000x" })).toThrow(
      "PORT must be a whole number from 1 to 65535",
    );
    expect(() => parseInstallationEnvironment({ PORT: "70000" })).toThrow(
      "PORT must be a whole number from 1 to 65535",
    );
    expect(() => parseInstallationEnvironment({ DATABASE_URL: "mysql://x" })).toThrow("DATABASE_URL must look like");
    expect(() => parseInstallationEnvironment({ SIGN_UP: "all" })).toThrow("SIGN_UP must be open, invited or closed");
  });

  it("never repeats a secret or a password in what it says", () => {
    const message = (source: Record<string, string>) => {
      try {
        parseInstallationEnvironment(source);
      } catch (error) {
        return String(error);
      }
      return "";
    };
    expect(message({ NEXTAUTH_SECRET: "hunter2" })).not.toContain("hunter2");
    expect(message({ DATABASE_URL: "mysql://a:hunter2@b/c" })).toMatch(/^Error: The environment(?!.*hunter2)/);
  });

  it("wants to know whom mail comes from where there is a mail server", () => {
    expect(() => parseWebEnvironment({ ...web, SMTP_URL: "smtp://localhost:25" })).toThrow("MAIL_FROM is not set");
    expect(() => parseWebEnvironment({ ...web, SMTP_URL: "mail.example.org", MAIL_FROM: "a@b.org" })).toThrow(
      "SMTP_URL must look like smtp://",
    );
    expect(() =>
      parseWebEnvironment({ ...web, SMTP_URL: "smtps://localhost", MAIL_FROM: "A <a@b.org>\r\nBcc: c@d.org" }),
    ).toThrow("MAIL_FROM must look like");
    expect(parseWebEnvironment({ ...web, SMTP_URL: "smtps://localhost", MAIL_FROM: "A <a@b.org>" }).MAIL_FROM).toBe(
      "A <a@b.org>",
    );
  });

  it("wants to know by what an OpenID Connect provider knows the installation", () => {
    const openId = { OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "peerbalance" };
    expect(() => parseWebEnvironment({ ...web, ...openId })).toThrow("OIDC_CLIENT_SECRET is not set");
    expect(() => parseWebEnvironment({ ...web, ...openId, OIDC_ISSUER: "login.example.org" })).toThrow(
      "OIDC_ISSUER must look like https://login.example.org",
    );
    expect(parseWebEnvironment({ ...web, ...openId, OIDC_CLIENT_SECRET: "x", OIDC_NAME: "Example" })).toMatchObject({
      ...openId,
      OIDC_NAME: "Example",
    });
  });
});
