import { readFileSync } from "node:fs";
import path from "node:path";
import { Button, MantineProvider } from "@mantine/core";
import Link from "next/link";
import { type ComponentType, createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { theme } from "@/app/_components/ui/theme/theme";
import { type Look, lookOf, WrittenButton, WrittenLink } from "./written-button";
import styles from "./written-button.module.css";

const css = readFileSync(path.join(import.meta.dirname, "written-button.module.css"), "utf8");

/** What each class of the style sheet states, as a style attribute has it. */
const stated = new Map(
  [...css.matchAll(/\.(\w+) \{([^}]*)\}/g)].map(([, name = "", body = ""]) => [
    styles[name],
    body.replace(/\s*(--[\w-]+): ([^;]*);\s*/g, "$1:$2;").replace(/;$/, ""),
  ]),
);

/** The markup with what its own classes state in the style attribute instead. */
const withStyle = (html: string) =>
  html.replace(/<(button|a) (style="([^"]*)" )?class="([^"]*)"/, (_, tag, _style, ink, classes: string) => {
    const names = classes.split(" ");
    const own = names.filter((name) => stated.has(name)).map((name) => stated.get(name));
    const style = [...own, ink].filter(Boolean).join(";");
    return `<${tag} style="${style}" class="${names.filter((name) => !stated.has(name)).join(" ")}"`;
  });

const drawn = (element: ReactElement) =>
  renderToStaticMarkup(
    createElement(MantineProvider, { theme, withCssVariables: false, withGlobalClasses: false }, element),
  );
const mantines = (props: Record<string, unknown>) =>
  drawn(createElement(Button as ComponentType<Record<string, unknown>>, props, "Actions"));
const rightSection = createElement("span", { "aria-hidden": true }, "▾");

describe("a button that is written out", () => {
  it("has six classes of its own", () => expect([...stated.keys()].filter(Boolean)).toHaveLength(6));

  it.each([
    ["of a row", { variant: "default", size: "compact-sm", rightSection, "aria-label": "Actions for Patches" }],
    ["of a page's head", { variant: "default", size: "xs", loading: false }],
    ["of a chart", { variant: "subtle", size: "compact-sm", color: "gray" }],
    ["of the site's head", { variant: "subtle", size: "compact-sm", color: "gray", c: "var(--ink)", className: "own" }],
    ["of the usual looks", {}],
  ])("%s is written as Mantine writes its own", (_of, button) => {
    const look = lookOf(button as Parameters<typeof lookOf>[0]) as Look;
    const { variant, size, color, c, loading, ...rest } = button as Record<string, unknown>;
    const shared = { "aria-haspopup": "menu" as const, "aria-expanded": false, "aria-busy": false };
    const written = drawn(createElement(WrittenButton, { look, ...rest, ...shared }, "Actions"));
    expect(written).toContain("Actions");
    expect(withStyle(written)).toBe(mantines({ size: "sm", ...button, ...shared }));
  });

  it.each([{ disabled: true }, { loading: true }, { disabled: true, loading: true }])(
    "is so where it is off: %o",
    (off) => {
      const written = drawn(createElement(WrittenButton, { look: { size: "sm" }, type: "submit", ...off }, "Send"));
      // Mantine's loader comes in by a transition, whose end it is here.
      const inPlace = (html: string) =>
        html.replace(/style="transition-property[^"]*;(transform:[^"]*)"/, 'style="$1"');
      const asSets = (html: string) =>
        [...withStyle(html).matchAll(/<\/?(\w+)([^>]*)>([^<]*)/g)].map(([, tag, attributes = "", words]) =>
          [tag, ...(attributes.match(/[\w-]+="[^"]*"/g) ?? []).sort(), words].join(" "),
        );
      const mantinesOwn = mantines({ size: "sm", type: "submit", ...off }).replace("Actions", "Send");
      expect(asSets(written)).toEqual(asSets(inPlace(mantinesOwn)));
    },
  );

  it.each([{ size: "sm" }, { variant: "default", size: "xs", "aria-current": "page" }] as const)(
    "that leads somewhere is so too: %o",
    (button) => {
      const { variant, size, ...rest } = button as typeof button & { variant?: "default" };
      const shared = { href: "/models", "data-off-paper": true, ...rest };
      const written = drawn(createElement(WrittenLink, { look: { variant, size }, ...shared }, "Actions"));
      expect(withStyle(written)).toBe(mantines({ component: Link, variant, size, ...shared }));
    },
  );
});

it("leaves to Mantine what is not written out", () => {
  expect(lookOf({ variant: "default", size: "xs", loading: true })).toBeNull();
  expect(lookOf({ variant: "outline", size: "xs" })).toBeNull();
  expect(lookOf({ variant: "subtle", size: "xs" })).toBeNull();
  expect(lookOf({ variant: "default", size: "lg" })).toBeNull();
  expect(lookOf({ variant: "default", size: "xs", color: "red" })).toBeNull();
  expect(lookOf({ size: "xs", leftSection: "▾" })).toBeNull();
});
