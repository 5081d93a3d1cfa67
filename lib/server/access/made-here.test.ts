import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { filesOf, type Node, nodesOf, syntaxOf } from "@/test/source/syntax";

// A proof of access is made in lib/server/access and nowhere else. The types see to most of it; what is looked for here is every way to make
// the compiler believe that something is a proof.

const root = fileURLToPath(new URL("../../../", import.meta.url));
// What is below lib/server, and the parts of pages, cannot import a proof: npm run architecture holds that.
const sources = ["app", "lib/server", "instrumentation.ts"]
  .flatMap((place) => filesOf(root, place))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("app/_components/"))
  .map((file) => ({ file, text: readFileSync(root + file, "utf8") }));

/** Names that stand in a type, but for those of what a function takes or gives: it holds none of these. */
const namesIn = (type: unknown) =>
  [...nodesOf(type, ({ type }) => /^TS(FunctionType|MethodSignature)$/.test(type))].flatMap((node) =>
    node.type === "TSTypeReference" ||
    node.type === "TSExpressionWithTypeArguments" ||
    node.type === "TSClassImplements"
      ? [String(((node.typeName ?? node.expression) as Node).name)]
      : [],
  );

interface Declared {
  name: string;
  /** The types that it is made of. */
  of: string[];
}

/** The types that a file declares. */
function declaredIn({ file, text }: { file: string; text: string }): Declared[] {
  const declared: Declared[] = [];
  for (const node of nodesOf(syntaxOf(file, text))) {
    if (node.type === "ExportSpecifier") {
      declared.push({ name: String((node.exported as Node).name), of: [String((node.local as Node).name)] });
    }
    if (!/^(TSTypeAliasDeclaration|TSInterfaceDeclaration|ClassDeclaration)$/.test(node.type)) continue;
    const above = node.superClass ? [String((node.superClass as Node).name)] : [];
    const of = [...above, ...namesIn(node.typeAnnotation ?? node.body), ...namesIn(node.extends)];
    declared.push({ name: String((node.id as Node).name), of });
  }
  return declared;
}

/** The types that carry a proof: the ids', those of lib/server/access, and what is made of them anywhere. */
function carriersIn(declared: readonly Declared[]): Set<string> {
  const ids = declaredIn({ file: "ids.ts", text: readFileSync(`${root}lib/server/runtime/ids.ts`, "utf8") });
  const found = new Set(["Proof", ...ids.map(({ name }) => name)]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { name, of } of declared) if (of.some((each) => found.has(each))) found.add(name);
  }
  return found;
}

const declared = sources.flatMap(declaredIn);
const carriers = carriersIn(declared);

/** What gives `any`, or a copy that the compiler takes for what was copied. */
const loose =
  /^(JSON\.parse|Object\.(assign|create|fromEntries|setPrototypeOf)|Reflect\.\w+|structuredClone|\w+\.json)$/;
const calleeOf = ({ callee }: Node) => {
  const { type, name, object, property } = callee as Node;
  return type === "MemberExpression" ? `${(object as Node).name ?? "it"}.${(property as Node).name}` : String(name);
};
const isNothing = (node: Node) =>
  node.type === "NullLiteral" || (node.type === "Identifier" && node.name === "undefined");
const isBottom = (type: unknown) => /^TS(Any|Never)Keyword$/.test((type as Node).type);

/** Every place of a source where something is said to be a proof, or anything whatever. */
function waysIn(file: string, text: string, known = carriers): string[] {
  const carries = (type: unknown) => namesIn(type).some((name) => known.has(name));
  const ways: string[] = [];
  const syntax = syntaxOf(file, text);
  for (const node of nodesOf(syntax)) {
    const place = `${file}:${node.loc?.start.line}`;
    const annotation = (node.typeAnnotation as Node | undefined)?.typeAnnotation;
    switch (node.type) {
      case "TSAsExpression":
      case "TSTypeAssertion":
        if (carries(node.typeAnnotation)) ways.push(`${place} says that something is a proof`);
        if (isBottom(node.typeAnnotation)) ways.push(`${place} says that something is anything`);
        break;
      case "TSNonNullExpression":
        if (isNothing(node.expression as Node)) ways.push(`${place} says that nothing is something`);
        break;
      case "TSTypePredicate":
        if (carries(annotation)) ways.push(`${place} decides that something is a proof`);
        break;
      case "CallExpression":
      case "TaggedTemplateExpression":
        if (carries(node.typeParameters)) ways.push(`${place} has a call give a proof`);
        break;
      case "VariableDeclarator": {
        const declared = ((node.id as Node).typeAnnotation as Node | undefined)?.typeAnnotation;
        const calls = [...nodesOf(node.init)].filter(({ type }) => type === "CallExpression").map(calleeOf);
        if (carries(declared) && calls.some((each) => loose.test(each))) ways.push(`${place} names something a proof`);
        break;
      }
      case "VariableDeclaration":
        if (node.declare === true && carries(node.declarations)) ways.push(`${place} declares a proof`);
        break;
      case "TSAnyKeyword":
        ways.push(`${place} is anything`);
        break;
    }
    if (/Function|ObjectMethod|ClassMethod/.test(node.type) && node.returnType && carries(node.returnType)) {
      for (const inner of nodesOf(node.body)) {
        if (inner.type === "CallExpression" && loose.test(calleeOf(inner)))
          ways.push(`${place} gives what ${calleeOf(inner)} made`);
      }
    }
    if (node.type === "ObjectExpression") ways.push(...copiesIn(node, syntax, place));
  }
  if (/@ts-(ignore|expect-error|nocheck)/.test(text)) ways.push(`${file} bids the compiler be silent`);
  return ways;
}

/** A copy of something whose type is a parameter has that type again, proofs too. */
function copiesIn(object: Node, syntax: Node, place: string): string[] {
  const spread = (object.properties as Node[])
    .filter(({ type }) => type === "SpreadElement")
    .map(({ argument }) => (argument as Node).name);
  if (spread.length === 0) return [];
  for (const node of nodesOf(syntax)) {
    if (!/Function|Method/.test(node.type) || !node.typeParameters || ![...nodesOf(node.body)].includes(object))
      continue;
    const names = [...nodesOf(node.typeParameters)]
      .filter(({ type }) => type === "TSTypeParameter")
      .map(({ name }) => String((name as Node).name ?? name));
    const copied = (node.params as Node[]).filter(
      (each) => spread.includes(each.name) && namesIn(each.typeAnnotation).some((name) => names.includes(name)),
    );
    if (copied.length > 0) return [`${place} copies what may be a proof`];
  }
  return [];
}

describe("a proof of access", () => {
  it("is known by all its types", () => {
    for (const name of [
      "AuthorizedModelId",
      "AuthenticatedUser",
      "EditAccess",
      "LinkCopyAccess",
      "Confirmation",
      "TokenHolder",
    ]) {
      expect(carriers, name).toContain(name);
    }
    // What is made of them elsewhere.
    for (const name of ["Scope", "Listed", "Reader"]) expect(carriers, name).toContain(name);
    for (const name of ["RequestOrigin", "ModelDraft", "Outcome"]) expect(carriers, name).not.toContain(name);
  });

  it("is made in lib/server/access and nowhere else", () => {
    const elsewhere = sources.filter(({ file }) => !file.startsWith("lib/server/access/"));
    expect(elsewhere.length).toBeGreaterThan(200);
    const ways = elsewhere.flatMap(({ file, text }) => waysIn(file, text));
    // The tokens of another's issuer, for a library whose types know them by another name.
    expect(ways).toEqual([
      expect.stringMatching(/^lib\/server\/auth\/openid-connect\.ts:\d+ says that something is anything$/),
    ]);
  });

  it("is said of something in these files alone, and never of what a statement of SQL gives", () => {
    const within = sources.filter(({ file }) => file.startsWith("lib/server/access/"));
    const making = within.filter(({ file, text }) => waysIn(file, text).length > 0);
    expect(making.map(({ file }) => file.replace("lib/server/access/", ""))).toEqual([
      "invitations.ts",
      "link.ts",
      "model.ts",
      "organisation.ts",
      "person.ts",
      "prove.ts",
    ]);
    const ways = within.flatMap(({ file, text }) => waysIn(file, text));
    expect(ways.filter((way) => !way.endsWith("says that something is a proof"))).toEqual([]);
  });

  it.each([
    "const id = row.id as AuthorizedModelId;",
    "const id = row.id as unknown as AuthenticatedUserId;",
    "const id = <AuthorizedModelId>row.id;",
    "await tx.$queryRaw<{ id: AuthorizedModelId }[]>`select id from cost_models`",
    "unsafeRead<AuthenticatedUser>(statement)",
    "interface Row { id: AuthorizedModelId } const rows = tx.$queryRaw<Row[]>`select`;",
    "readModel(tx, { modelId: id } as never)",
    "readModel(tx, undefined!)",
    "const access: EditAccess = JSON.parse(text);",
    "const access: EditAccess = await request.json();",
    "const access: EditAccess = Object.assign({}, view, { may: edit.may });",
    "function read(text: string): EditAccess { return JSON.parse(text); }",
    "declare const access: EditAccess;",
    "function isEdit(access: ViewAccess): access is EditAccess { return true; }",
    "function copy<P extends object>(proof: P, more: object): P { return { ...proof, ...more }; }",
    "function open({ access = {} as EditAccess }) {}",
    "function open(access: any) {}",
    "// @ts-expect-error\nsaveModel({}, draft);",
  ])("would be noticed in %s", (text) => {
    const known = carriersIn([...declared, ...declaredIn({ file: "x.ts", text })]);
    expect(waysIn("x.ts", text, known)).not.toEqual([]);
  });

  it.each(["const view = <Page access={access as unknown as EditAccess} />;"])(
    "would be noticed in %s of a page",
    (text) => {
      expect(waysIn("x.tsx", text)).not.toEqual([]);
    },
  );

  it.each([
    "function save(access: EditAccess): Promise<void> {}",
    "const by = new Map<string, Reader>();",
    "const body: unknown = JSON.parse(text);",
  ])("is only asked for in %s", (text) => {
    expect(waysIn("x.ts", text)).toEqual([]);
  });
});
