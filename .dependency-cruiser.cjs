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
    pathNot: [folders(folder), "^lib/(outcome|steps)\\.ts$", ...allowed.map((each) => `^${each}`)],
  },
}));

/** A rule that nothing in `from` imports anything in `to`. */
const never = (name, from, to) => ({ name, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      scope: "folder",
      ...never("no circle of folders", { path: "^(lib|app/_components|scripts|server)" }, { circular: true }),
    },
    never("no circle of files", {}, { circular: true }),
    never("the core does not know the server", { path: "^lib/(?!server/)" }, { path: "^(lib/server|prisma)/" }),
    never("nothing below knows the pages", { path: "^(lib|server|scripts)/" }, { path: "^app/" }),
    never("parts of pages do not reach the server", { path: "^app/_components/" }, { path: "^(lib/server|prisma)/" }),
    {
      comment:
        "What two pages share is in app/_components or below. A page may use what stands above it in its own branch.",
      ...never(
        "no route reaches into another",
        { path: "^app/(?!_components/)([^/]+)/" },
        { path: "^app/(?!_components/)[^/]+/", pathNot: "^app/$1/" },
      ),
    },
    {
      comment: "next/link asks for every link in view; app/_components/ui/link.tsx does once it is pointed at.",
      ...never(
        "links ask for their page once near",
        { path: "^app/", pathNot: "^app/_components/ui/link\\.tsx$" },
        { path: "(^|/)next/link(\\.js)?$" },
      ),
    },
    never(
      "the core knows no framework",
      { path: "^lib/(?!server/|value/number-marks)" },
      { path: "node_modules/(next|next-auth|react|react-dom|@mantine|@prisma|pg|server-only)/" },
    ),
    never(
      "pages reach the database through lib/server",
      { path: "^app/" },
      { path: "^prisma/|node_modules/(@prisma|pg)/" },
    ),
    never(
      "tables are reached in a scope",
      { path: "^lib/server/", pathNot: "^lib/server/(runtime/(scope|read-scope|prisma)|[a-z]+/sql)\\.ts$" },
      { path: "^lib/server/runtime/prisma\\.ts$" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^prisma/generated/" },
    exclude: { path: "(^|/)\\.next/|\\.test\\.ts$|\\.(css|json)$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
