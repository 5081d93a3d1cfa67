import { readFileSync } from "node:fs";
import path from "node:path";
import { MantineProvider } from "@mantine/core";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { cssVariablesResolver, theme } from "./theme";

/** Each declaration after the selectors that it stands under. */
function declarations(css: string): string[] {
  return [...css.replace(/\/\*.*?\*\//gs, "").matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = "", body = ""]) =>
      body
        .split(";")
        .filter((line) => line.trim() !== "")
        .map((line) => `${selectors} ${line}`.replace(/\s+/g, " ").replaceAll("'", '"').trim()),
  );
}

it("holds the variables that Mantine would write into each page", () => {
  const page = renderToStaticMarkup(
    createElement(MantineProvider, { theme, cssVariablesResolver, withGlobalClasses: false }),
  );
  const written = declarations(page.replace(/^<style[^>]*>|<\/style>$/g, ""));
  expect(written).toContain(":root, :host --mantine-spacing-xs: 0.5rem");
  const file = readFileSync(path.join(import.meta.dirname, "mantine-variables.css"), "utf8");
  expect(declarations(file)).toEqual(written);
});
