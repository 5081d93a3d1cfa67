import { writeFileSync } from "node:fs";
import { modelMarkdown } from "@/lib/export/model-markdown";
import { templateAnswersText } from "@/lib/starting/template-answers";

/** `npm run docs` writes docs/model.md from the declarations, and what each template answers from trials. */
writeFileSync(new URL("../docs/model.md", import.meta.url), modelMarkdown());
writeFileSync(new URL("../lib/starting/template-answers.json", import.meta.url), templateAnswersText());
