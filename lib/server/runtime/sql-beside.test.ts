import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { filesOf, type Node, nodesOf, syntaxOf } from "@/test/source/syntax";

// Statements of SQL stand beside their noun, in lib/server/NOUN/sql.ts: one place to look at for what reaches the database without Prisma.

const root = fileURLToPath(new URL("../../../", import.meta.url));
const sources = [...filesOf(root, "app"), ...filesOf(root, "lib")].filter((file) => /\.tsx?$/.test(file));
const mayHold =
  /^lib\/server\/([a-z]+\/sql|runtime\/(scope|read-scope|statement-batch|prisma|limits\/rate-limits))\.ts$/;

/** What runs SQL, or is a piece of it. */
const running =
  /^(\$(query|execute)Raw(Unsafe)?|unsafePrisma|unsafeConnected|unsafeRead(Together)?|unsafeRunNoted|runTogether)$/;
const isPiece = ({ object, property }: Node) =>
  (object as Node).name === "Prisma" && /^(sql|raw|join|empty)$/.test(String((property as Node).name));

/** A word that one of them needs; most files hold none, and need no reading. An escape could spell any. */
const mayRun = /query|Raw|unsafe|runTogether|Prisma|\\u/;

function statementsIn(file: string, text: string): string[] {
  if (!mayRun.test(text)) return [];
  return [...nodesOf(syntaxOf(file, text))].flatMap((node) => {
    const { callee, property } = node as { callee?: Node; property?: Node };
    const isQuery = callee?.type === "MemberExpression" && (callee.property as Node).name === "query";
    const isRun = node.type === "Identifier" && running.test(String(node.name));
    const isMade = node.type === "MemberExpression" && property !== undefined && isPiece(node);
    return isQuery || isRun || isMade ? [`${file}:${node.loc?.start.line}`] : [];
  });
}

/** Functions that a file lets out, with what they are made of. */
function exportedFunctions(file: string): { name: string; node: Node }[] {
  return [...nodesOf(syntaxOf(file, readFileSync(root + file, "utf8")))].flatMap((node) => {
    const made = node.type === "ExportNamedDeclaration" ? (node.declaration as Node | null) : null;
    return made?.type === "FunctionDeclaration" ? [{ name: String((made.id as Node).name), node: made }] : [];
  });
}

describe("SQL", () => {
  it("stands in the files named sql.ts, and where scopes are made", () => {
    const others = sources.filter((file) => !mayHold.test(file));
    expect(others.flatMap((file) => statementsIn(file, readFileSync(root + file, "utf8")))).toEqual([]);
    expect(sources.filter((file) => mayHold.test(file)).length).toBeGreaterThan(10);
  });

  it("that runs outside of a scope is named unsafe, or asks for a proof", () => {
    const outside = sources
      .filter((file) => /\/sql\.ts$/.test(file))
      .flatMap(exportedFunctions)
      .filter(({ node }) =>
        [...nodesOf(node)].some(
          ({ type, name }) => type === "Identifier" && /^unsafe(Prisma|Read(Together)?|Connected)$/.test(String(name)),
        ),
      );
    expect(outside.length).toBeGreaterThan(10);
    const proven = outside.filter(({ name }) => !name.startsWith("unsafe"));
    // A link's holder has no scope to run in: the hash of its token is what opens the link in the database.
    const asking = ["readShareLink", "readShareLinkComments"];
    expect(proven.map(({ name }) => name).sort()).toEqual(asking);
    for (const { name, node } of proven) {
      const [first] = node.params as Node[];
      const asked = [...nodesOf(first)].find(({ type }) => type === "TSTypeReference")?.typeName as Node;
      expect(asked.name, name).toBe("AuthorizedLink");
    }
  });

  it.each([
    "await tx.$queryRaw`select 1`;",
    "await tx.$executeRawUnsafe(statement);",
    "const open = Prisma.sql`c.archived_at is null`;",
    "await client.query('listen changes');",
    "const rows = await unsafeRead(statement);",
    "const [rows] = await unsafeReadTogether([statement]);",
    "await runTogether(client, [statement]);",
  ])("would be noticed in %s", (text) => {
    expect(statementsIn("x.ts", text)).not.toEqual([]);
  });
});
