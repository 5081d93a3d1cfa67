import { writeFileSync } from "node:fs";
import { modelMarkdown } from "@/lib/export/model-markdown";

/** `npm run docs` writes docs/model.md from the declarations. */
writeFileSync(new URL("../docs/model.md", import.meta.url), modelMarkdown());
