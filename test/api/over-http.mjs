import { readFileSync } from "node:fs";
import path from "node:path";

/** A running server as a browser talks to it, without a browser: cookies are carried along. */
export class OverHttp {
  /** @type {Map<string, string>} */
  #cookies = new Map();

  /**
   * @param {string} url of the server
   * @param {string} root of the project, whose build says what actions are called
   */
  constructor(url, root) {
    this.url = url;
    this.root = root;
  }

  get cookie() {
    return [...this.#cookies].map((pair) => pair.join("=")).join("; ");
  }

  /** @param {string} cookie as a header holds it */
  carry(cookie) {
    const [pair = ""] = cookie.split(";", 1);
    const [name = "", ...value] = pair.split("=");
    this.#cookies.set(name, value.join("="));
  }

  /**
   * @param {string} address
   * @param {RequestInit & { headers?: Record<string, string> }} [options]
   */
  async ask(address, options = {}) {
    const { cookie } = this;
    const headers = { origin: this.url, ...(cookie && { cookie }), ...options.headers };
    const answer = await fetch(`${this.url}${address}`, { redirect: "manual", ...options, headers });
    for (const one of answer.headers.getSetCookie()) this.carry(one);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  /** @param {string} address */
  page(address) {
    return this.ask(address, { headers: { accept: "text/html" } });
  }

  /**
   * Calls a server action as its page does; `result` is what it answers.
   *
   * @param {string} name
   * @param {string} address of the page
   * @param {unknown[]} args
   */
  async call(name, address, args) {
    const manifest = path.join(this.root, ".next", "server", "server-reference-manifest.json");
    const actions = JSON.parse(readFileSync(manifest, "utf8")).node;
    const id = Object.keys(actions).find((one) => actions[one].exportedName === name);
    if (id === undefined) throw new Error(`the build has no action ${name}`);
    const answer = await this.ask(address, {
      method: "POST",
      headers: { accept: "text/x-component", "next-action": id, "content-type": "text/plain;charset=UTF-8" },
      body: JSON.stringify(args),
    });
    // The answer stands in the row that the first one names.
    const row = answer.text.split("\n").find((line) => line.startsWith("1:"));
    return { ...answer, result: row ? JSON.parse(row.slice(2)) : null };
  }

  /** @param {string} email @param {string} password */
  async signIn(email, password) {
    const { csrfToken } = JSON.parse((await this.ask("/api/auth/csrf")).text);
    return this.ask("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }).toString(),
    });
  }
}
