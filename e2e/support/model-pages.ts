const rows = ["/assumptions/machines", "/assumptions/lines", "/assumptions/participants", "/assumptions/cloud-bill"];
const decided = ["/decision", "/decisions", "/decisions/new"];

/** The pages of a model, with [id] in the place of its id. */
export const modelPages = [
  "",
  "/assumptions",
  ...rows,
  "/breakdown",
  "/scenarios",
  ...decided,
  "/share",
  "/history",
  "/comments",
].map((part) => `/models/[id]${part}`);
