const categories = ["performance", "accessibility", "best-practices", "seo"];

/**
 * Prints Lighthouse's four scores of a page, or how to have them: the package is large and only this uses it, so it is not
 * among the project's.
 *
 * @param {{ url: string, port: number, cookies: { name: string, value: string }[] }} page
 */
export async function lighthouseScores({ url, port, cookies }) {
  let lighthouse;
  try {
    ({ default: lighthouse } = await import("lighthouse"));
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.log(
      `Lighthouse, ${new URL(url).pathname}: not measured. Install it beside: npm install --no-save lighthouse@12.8.2`,
    );
    return;
  }
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const found = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: categories,
    formFactor: "desktop",
    screenEmulation: { mobile: false, width: 1440, height: 1000, deviceScaleFactor: 1, disabled: false },
    // A visitor sees the first page; the others need somebody who has signed in.
    ...(new URL(url).pathname !== "/" && { extraHeaders: { Cookie } }),
  });
  const scores = categories.map((name) => {
    const score = found?.lhr.categories[name]?.score ?? null;
    return `${name} ${score === null ? "–" : Math.round(score * 100)}`;
  });
  console.log(`Lighthouse, ${new URL(url).pathname}: ${scores.join(", ")}`);
}
