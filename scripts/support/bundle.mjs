import path from "node:path";

/** Where the bundled web process lies: beside the pages, so that one folder holds all that is built. */
export const webProcessFolder = (/** @type {string} */ root) => path.join(root, ".next", "web-process");

/**
 * One file for each way to start: a start of production must not meet what was last tried while developing.
 *
 * @param {string} root absolute path of the project
 * @param {{ dev?: boolean }} [options]
 */
export function webProcessFile(root, { dev = false } = {}) {
  return path.join(webProcessFolder(root), dev ? "development.mjs" : "server.mjs");
}

/**
 * Bundles server/ and what it uses of lib/ into one file that Node runs as it is. Packages stay where they are, in node_modules.
 *
 * @param {string} root absolute path of the project
 * @param {string} file to write
 */
export async function bundleWebProcess(root, file) {
  // A start that finds everything built does without it.
  const esbuild = await import("esbuild");
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: ["server/server.ts"],
      outfile: file,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20.19",
      packages: "external",
      logLevel: "silent",
    });
  } finally {
    // Its own process would wait for more as long as this one lives.
    await esbuild.stop();
  }
}
