import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = [
  // The same engine without windows: a test takes less of the processor with it.
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "chrome.exe",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium to test with: Playwright's own where it is there, else an installed one.
 *
 * @returns {string | null} path of the program
 */
export function findBrowser() {
  const onPath = (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [playwrightsOwn(), ...onPath, ...places].find((file) => file && existsSync(file)) ?? null;
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}
