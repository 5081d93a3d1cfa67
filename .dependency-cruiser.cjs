// Which folder may import which, types included: docs/architecture.md draws it. `npm run architecture` checks it, and `npm test` does.

const folders = (...names) => `^(${names.join("|")})(/|$)`;

/** What a folder may import of the project besides itself; what is not listed is forbidden. */
const mayImport = {
  "lib/math": [],
  "lib/formula": ["lib/math"],
  "lib/model": ["lib/formula", "lib/math"],
  "lib/text": [],
  "lib/web-process": [],
  "lib/references": ["lib/model"],
  "lib/value": ["lib/model", "lib/text", "lib/web-process"],
  "lib/analysis": ["lib/formula", "lib/math", "lib/model", "lib/value", "lib/text"],
  "lib/export": ["lib/analysis", "lib/formula", "lib/math", "lib/model", "lib/value", "lib/text", "lib/references"],
  "lib/draft": ["lib/model", "lib/value", "lib/text"],
  "lib/starting": ["lib/draft", "lib/analysis", "lib/math", "lib/model", "lib/value", "lib/text"],
  "lib/comments": ["lib/draft", "lib/model", "lib/value", "lib/text"],
  "lib/live": ["lib/draft"],
  "lib/notifications": ["lib/draft"],
  "lib/organisations": [],
  "lib/schemas": [
    "lib/comments",
    "lib/draft",
    "lib/organisations",
    "lib/model",
    "lib/value",
    "lib/text",
    "lib/email-address.mjs",
  ],
  "lib/decision": [
    "lib/schemas",
    "lib/draft",
    "lib/export",
    "lib/analysis",
    "lib/formula",
    "lib/math",
    "lib/model",
    "lib/value",
    "lib/text",
  ],
  "lib/import": ["lib/schemas", "lib/draft", "lib/model", "lib/value", "lib/text"],
  "lib/server/runtime": ["lib/(?!server)", "prisma"],
  "lib/server/crypto": ["lib/server/runtime", "lib/(?!server)"],
  "lib/server/access": ["lib/server/(runtime|crypto)", "lib/(?!server)", "prisma"],
  "lib/server/http": ["lib/server/(runtime|crypto|access)", "lib/(?!server)", "prisma"],
  server: ["lib/(?!server)"],
  scripts: ["lib/", "prisma"],
  "app/_components/ui": ["lib/text", "lib/value", "lib/routes", "lib/references"],
};

const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `layer ${folder}`,
  comment: `${folder} imports ${allowed.length === 0 ? "nothing of the project" : allowed.join(", ")} and nothing else of the project`,
  severity: "error",
  from: { path: folders(folder) },
  to: {
    path: "^(app|lib|prisma|server|scripts)/",
    pathNot: [folders(folder), "^lib/outcome\\.ts$", ...allowed.map((each) => `^${each}`)],
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: "no circle of folders",
      severity: "error",
      scope: "folder",
      from: { path: "^(lib|app/_components|scripts|server)" },
      to: { circular: true },
    },
    { name: "no circle of files", severity: "error", from: {}, to: { circular: true } },
    {
      name: "the core does not know the server",
      severity: "error",
      from: { path: "^lib/(?!server/)" },
      to: { path: "^(lib/server|prisma)/" },
    },
    {
      name: "nothing below knows the pages",
      severity: "error",
      from: { path: "^(lib|server|scripts)/" },
      to: { path: "^app/" },
    },
    {
      name: "parts of pages do not reach the server",
      severity: "error",
      from: { path: "^app/_components/" },
      to: { path: "^(lib/server|prisma)/" },
    },
    {
      name: "links ask for their page once near",
      comment: "next/link asks for every link in view; app/_components/ui/link.tsx does once it is pointed at.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/_components/ui/link\\.tsx$" },
      to: { path: "(^|/)next/link(\\.js)?$" },
    },
    {
      name: "no route reaches into another",
      comment:
        "What two pages share is in app/_components or below. A page may use what stands above it in its own branch.",
      severity: "error",
      from: { path: "^app/(?!_components/)([^/]+)/" },
      to: { path: "^app/(?!_components/)[^/]+/", pathNot: "^app/$1/" },
    },
    {
      name: "the core knows no framework",
      severity: "error",
      from: { path: "^lib/(?!server/|value/number-marks)" },
      to: { path: "node_modules/(next|next-auth|react|react-dom|@mantine|@prisma|pg|server-only)/" },
    },
    {
      name: "pages reach the database through lib/server",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^prisma/|node_modules/(@prisma|pg)/" },
    },
    {
      name: "tables are reached in a scope",
      severity: "error",
      from: {
        path: "^lib/server/",
        pathNot: "^lib/server/(runtime/(scope|read-scope|prisma)|[a-z]+/sql)\\.ts$",
      },
      to: { path: "^lib/server/runtime/prisma\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^prisma/generated/" },
    exclude: { path: "(^|/)\\.next/|\\.test\\.ts$|\\.(css|json)$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
