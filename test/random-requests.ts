import { readFileSync } from "node:fs";
import path from "node:path";
import { doorsOf } from "./doors";

/** What requests are made of: what the server under test holds, so that some of them get past the first door. */
export interface Known {
  root: string;
  origin: string;
  cookie: string;
  token: string;
  modelId: string;
}

export interface RandomRequest {
  /** As it goes over the wire. */
  bytes: Buffer;
  /** It promises more than it sends: no answer is to be waited for. */
  isUnfinished: boolean;
}

/** The same numbers from the same seed, on every machine (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const junk = [
  ..."%ff,%E0%A4%A,%00,%,%zz,..%2f..%2fetc,%2e%2e,%5c,null,undefined,__proto__,constructor,0,-1,1e999,NaN,true".split(
    ",",
  ),
  ..."%F0%9F%98%80,%ED%A0%80,%C2%85,%E2%80%AE,'%22--,$T,[],{},a%2Fb,%0d%0aX:%20y,;,@,:,~,!,%25ff,%u0000".split(","),
  "x".repeat(43),
  "9".repeat(400),
  "00000000-0000-4000-8000-000000000000",
];

/** Every page and route of the register, and what Next.js answers by itself. */
function pathPatterns(): string[] {
  const own = [...doorsOf("page"), ...doorsOf("route")].map(({ name }) => name);
  const others =
    "/_next/image,/_next/data/x/models.json,/_next/static/chunks/x.js,/favicon.ico,/icon.svg,/no/such/page";
  return [
    ...own,
    ...own,
    ...others.split(","),
    "//evil.example/x",
    "/./x",
    "/../x",
    "/\\x",
    "*",
    "http://evil.example/",
  ];
}

const authParts =
  "csrf,session,providers,signin,signin/credentials,signout,error,callback,callback/credentials,_log".split(",");
const queryNames =
  "search,sort,page,shelf,kind,person,from,to,error,callbackUrl,url,w,q,template,code,state,_rsc,input";
const rareMethods = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
const types = [
  "text/plain;charset=UTF-8",
  "application/json",
  "application/merge-patch+json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=b",
  "multipart/form-data",
  "text/x-component",
  "nonsense",
];

/** Requests of every kind, well-formed in what HTTP itself asks for most of the time. */
export function requestMaker(known: Known, random: () => number): () => RandomRequest {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const often = (share: number) => random() < share;
  const patterns = pathPatterns();
  const manifest = JSON.parse(
    readFileSync(path.join(known.root, ".next/server/server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, unknown> };
  const actions = Object.keys(manifest.node);

  const part = () => (often(0.4) ? known.modelId : one(junk));
  const target = () => {
    const plain = one(patterns)
      .replace("[...nextauth]", () => (often(0.9) ? one(authParts) : part()))
      .replaceAll(/\[[^\]]+\]/g, part);
    const tail = often(0.06) ? `/${one(junk)}` : "";
    const query = often(0.35)
      ? `?${Array.from({ length: 1 + Math.floor(random() * 3) }, () => `${one(queryNames.split(","))}=${one(junk)}`).join("&")}`
      : "";
    return plain + tail + query;
  };

  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${often(0.2) ? '; filename="f"' : ""}\r\n\r\n${value}\r\n`;
  const value = (): string =>
    one(['"x"', "1", "null", "{}", "[]", '"$T"', '"$K1"', '"$@1"', '"$F1"', '"$Q1"', '"$n9"', '"$D0"']);
  const id = () => JSON.stringify(often(0.7) ? known.modelId : decodeSafely(one(junk)));
  /** Of a form that Next.js can read. */
  const ordinaryCalls = [
    () => `[${id()},${value()},${value()}]`,
    () => `[${id()},${value()}]`,
    () => `[${value()}]`,
    () => `[{"name":${value()},"email":${value()},"token":${value()}}]`,
    () => "[]",
  ];
  const bodies: (() => string)[] = [
    ...ordinaryCalls,
    () => "",
    () => `[${id()},{"revision":${one(["1", "-1", '"1"', "1e999", "{}"])},"draft":${value()},"body":"\\u0000\\ud800"}]`,
    () => `{"name":${value()},"inputs":{"users":${value()}},"description":"\\ud800"}`,
    () => `{"a":`,
    () => "[".repeat(2_000),
    () => `csrfToken=${one(junk)}&email=${one(junk)}&callbackUrl=${one(junk)}&json=true`,
    () => `${field("0", `[${value()}]`)}${field("1", value())}--b--\r\n`,
    () => `${field("$ACTION_REF_1", "")}${field("$ACTION_1:0", `{"id":"${one(actions)}","bound":"$@1"}`)}--b--\r\n`,
    () => `${field(`$ACTION_ID_${one(actions)}`, "")}${field("1_name", value())}--b--\r\n`,
    () => "--b\r\nnothing",
    () => String.fromCharCode(...Array.from({ length: 40 }, () => Math.floor(random() * 256))),
  ];

  const extra: (() => string)[] = [
    () => "RSC: 1",
    () => `Next-Router-State-Tree: ${one(["%5B%22%22%2C%7B%7D%5D", "1", "{", "%ff", "null", "[]"])}`,
    () => `Next-Router-Prefetch: ${one(["1", "2", "x"])}`,
    () => `Next-Router-Segment-Prefetch: ${one(["/_tree", "/x", "%ff", ""])}`,
    () => `Next-Url: ${one(["/models", "%ff", "x"])}`,
    () => `Authorization: ${one([`Bearer ${known.token}`, "Bearer", "Basic eDp5", `Bearer ${"x".repeat(300)}`])}`,
    () => `If-Match: ${one(['"1"', "*", 'W/"1"', "x", '"1", "2"'])}`,
    () => `If-None-Match: ${one(["*", 'W/"x"'])}`,
    () => `Idempotency-Key: ${one(["k", "x".repeat(400), "é"])}`,
    () => `Range: bytes=${one(["0-1", "5-1", "x"])}`,
    () => `Accept-Encoding: ${one(["gzip", "br;q=x", "*"])}`,
    () => `Accept-Language: ${one(["de-DE", "xx-", "*;q=9", "%ff", "en-u-nu-arab"])}`,
    () => `X-Forwarded-For: ${one(["1.2.3.4", "x,,", "::1"])}`,
    () => `X-Forwarded-Host: ${one(["evil.example", "a b", ""])}`,
    () => `X-Forwarded-Proto: ${one(["https", "x"])}`,
    () =>
      `${one(["x-middleware-subrequest", "x-middleware-rewrite", "x-invoke-path", "x-matched-path", "x-nextjs-data"])}: ${one(["1", "/models", "proxy:proxy", "%ff"])}`,
    () => `x-action-forwarded: 1`,
    () => `next-resume: 1`,
    () => `Content-Encoding: ${one(["gzip", "x"])}`,
    () => `User-Agent: ${one(["", "é".repeat(200), "x".repeat(2_000)])}`,
    () => `Last-Event-ID: ${one(junk)}`,
  ];
  const cookies = [
    known.cookie,
    known.cookie,
    "next-auth.session-token=%ff",
    "next-auth.callback-url=nonsense",
    "next-auth.csrf-token=a|b",
    "a=%zz; =; ;;",
    "__proto__=1",
  ];

  return () => {
    const method = often(0.12) ? one(rareMethods) : often(0.55) ? "GET" : often(0.9) ? "POST" : "HEAD";
    const headers = [`Host: ${often(0.95) ? new URL(known.origin).host : one(["evil.example", "a:b:c", "[::1"])}`];
    headers.push("Connection: close");
    if (often(0.5)) headers.push(`Cookie: ${one(cookies)}`);
    for (let n = Math.floor(random() * 4); n > 0; n -= 1) headers.push(one(extra)());
    const takesBody = method !== "GET" && method !== "HEAD";
    if (takesBody && often(0.75))
      headers.push(`Origin: ${often(0.8) ? known.origin : one(["null", "http://evil.example", "x"])}`);
    const isCall = method === "POST" && often(0.6);
    if (isCall) {
      headers.push(`Next-Action: ${often(0.85) ? one(actions) : one(["00", "x", "7f".repeat(21)])}`);
    }
    const isOrdinary = isCall && often(0.7);
    const make = isOrdinary ? one(ordinaryCalls) : one(bodies);
    const body = Buffer.from(takesBody || often(0.02) ? make() : "", "latin1");
    const isUnfinished = body.length > 0 && often(0.01);
    if (body.length > 0) {
      headers.push(
        `Content-Type: ${isOrdinary ? types[0] : one(types)}`,
        `Content-Length: ${body.length + (isUnfinished ? 10 : 0)}`,
      );
    } else if (takesBody && often(0.5)) headers.push("Content-Length: 0");
    const head = `${method} ${target()} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`;
    return { bytes: Buffer.concat([Buffer.from(head, "latin1"), body]), isUnfinished };
  };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
