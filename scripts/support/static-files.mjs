import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { webProcessFolder } from "./bundle.mjs";

/** The only folder that the web process serves files from: nothing else lies in it. */
export const staticFolder = (/** @type {string} */ root) => path.join(webProcessFolder(root), "static");

/** Fonts and pictures are compressed already. */
const worthwhile = /\.(js|css|svg|json|txt)$/;
/** Bytes. Below it the headers of an answer are longer than what is saved. */
const leastLength = 1_000;

/** A step below the highest, which takes more than twice as long for a fiftieth less. */
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
const compressions = /** @type {const} */ ([
  [".br", (/** @type {Buffer} */ bytes) => promisify(brotliCompress)(bytes, brotli)],
  [".gz", (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes, { level: 9 })],
]);

/**
 * Lays out the files of the pages under their addresses, each beside what it is compressed, so that no request waits
 * for it.
 *
 * @param {string} root absolute path of the project, whose pages are built
 */
export async function layOutStaticFiles(root) {
  const folder = staticFolder(root);
  await rm(folder, { recursive: true, force: true });
  const files = path.join(folder, "_next", "static");
  await cp(path.join(root, ".next", "static"), files, { recursive: true });
  for (const name of await readdir(files, { recursive: true })) {
    if (worthwhile.test(name)) await compress(path.join(files, name));
  }
}

/** @param {string} file */
async function compress(file) {
  const bytes = await readFile(file);
  if (bytes.length < leastLength) return;
  const write = async (/** @type {typeof compressions[number]} */ [ending, by]) =>
    writeFile(file + ending, await by(bytes));
  await Promise.all(compressions.map(write));
}
