import { expect, it } from "vitest";
import { failureOf, whatFailed } from "./what-failed";

const withDigest = (digest: string) =>
  Object.assign(new Error("An error occurred in the Server Components render."), { digest });

it("calls only that no connection where no answer came", () => {
  expect(failureOf(new TypeError("Failed to fetch"))).toEqual({ kind: "offline" });
  expect(failureOf(new TypeError("NetworkError when attempting to fetch resource."))).toEqual({ kind: "offline" });
  expect(failureOf(new Error("Connection closed."))).toEqual({ kind: "offline" });
  for (const error of [
    withDigest("7b0f3f0e-0000-4000-8000-000000000000"),
    new Error("An unexpected response was received from the server."),
    new Error(""),
    "thrown",
  ]) {
    expect(failureOf(error).kind).toBe("server");
    expect(whatFailed(error, "Nothing was changed")).not.toMatch(/connection/);
  }
});

it("gives the number of a request that failed on the server", () => {
  expect(whatFailed(withDigest("7b0f"), "The file was not read")).toBe(
    "The file was not read: the server has a fault. Try again. If it happens again, give this site's administrator the number 7b0f.",
  );
});

it("says what the server says where it refuses in words", () => {
  expect(whatFailed(new Error("What you sent is larger than 1 MB.\n"), "Nothing was changed")).toBe(
    "Nothing was changed: what you sent is larger than 1 MB.",
  );
  expect(failureOf(withDigest("NEXT_HTTP_ERROR_FALLBACK;404"))).toEqual({ kind: "gone" });
  const unknown = Object.assign(new Error("Server Action was not found."), { name: "UnrecognizedActionError" });
  expect(whatFailed(unknown, "Nothing was changed")).toContain("reload the page");
});
