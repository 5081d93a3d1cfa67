import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { errorCode } from "../scripts/support/error-code.mjs";

const categories = ["performance", "accessibility", "best-practices", "seo"];
/** In a folder of its own: a start takes out of node_modules what the lock file does not name. */
const folder = fileURLToPath(new URL("../.lighthouse", import.meta.url));

interface PageToScore {
  url: string;
  /** On which the browser takes commands. */
  port: number;
  cookies: readonly { name: string; value: string }[];
}

async function loaded() {
  const core = path.join(folder, "node_modules", "lighthouse", "core");
  try {
    const { default: lighthouse } = await import(pathToFileURL(path.join(core, "index.js")).href);
    const { default: desktop } = await import(pathToFileURL(path.join(core, "config", "desktop-config.js")).href);
    return { lighthouse, desktop };
  } catch (error) {
    if (errorCode(error) !== "ERR_MODULE_NOT_FOUND") throw error;
    return null;
  }
}

/**
 * Prints Lighthouse's four scores of a page, as on a desktop and as on a slow phone, or how to have them: the package
 * is large and only this uses it, so it is not among the project's.
 */
export async function lighthouseScores({ url, port, cookies }: PageToScore): Promise<void> {
  const { pathname } = new URL(url);
  const found = await loaded();
  if (found === null) {
    console.log(
      `Lighthouse, ${pathname}: not measured. Install it beside: npm install --prefix .lighthouse lighthouse@12.8.2`,
    );
    return;
  }
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const [device, config] of [
    ["desktop", found.desktop],
    ["phone", undefined],
  ]) {
    const run = await found.lighthouse(
      url,
      {
        port,
        logLevel: "error",
        onlyCategories: categories,
        // A visitor sees the first page; the others need a signed-in person.
        ...(pathname !== "/" && { extraHeaders: { Cookie } }),
      },
      config,
    );
    const scores = categories.map((name) => {
      const score = run?.lhr.categories[name]?.score ?? null;
      return `${name} ${score === null ? "–" : Math.round(score * 100)}`;
    });
    console.log(`Lighthouse, ${pathname}, ${device}: ${scores.join(", ")}`);
  }
}
