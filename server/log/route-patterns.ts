import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * Tells which page or route answers a path, by its pattern ("/models/[id]/share"). The log and the metrics name the pattern and never the
 * path: a path may hold the secret of a link, and anyone can ask for any.
 *
 * @param folder the app folder
 * @returns a function that gives "other" where nothing of the app answers
 */
export function routePatterns(folder: string): (path: string) => string {
  const patterns = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${path.posix.dirname(file)}`.replace(/^\/\.$/, "/").replaceAll(/\/\([^/]+\)/g, ""))
    .map((pattern) => ({ pattern, expression: expressionOf(pattern), rank: rankOf(pattern) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return (asked) => {
    const plain = asked === "/" ? asked : asked.replace(/\/$/, "");
    if (plain.startsWith("/_next/")) return "/_next";
    return patterns.find(({ expression }) => expression.test(plain))?.pattern ?? "other";
  };
}

function expressionOf(pattern: string): RegExp {
  const parts = pattern
    .split("/")
    .map((part) =>
      part.startsWith("[...") ? ".+" : part.startsWith("[") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
    );
  return new RegExp(`^${parts.join("/")}$`);
}

/** What is written out comes before what stands for one part, and that before what stands for the rest. */
function rankOf(pattern: string): string {
  return pattern
    .split("/")
    .map((part) => (part.startsWith("[...") ? "2" : part.startsWith("[") ? "1" : "0"))
    .join("");
}
