/** The parts of a model's assumptions that have a page of their own. */
export const assumptionParts = ["machines", "lines", "participants", "cloud-bill"];
const rows = assumptionParts.map((part) => `/assumptions/${part}`);
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
