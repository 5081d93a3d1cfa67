import { readFileSync } from "node:fs";
import path from "node:path";
import { Checkbox, MantineProvider, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { theme } from "@/app/_components/ui/theme/theme";
import { ChoiceSwitch } from "./choice-switch";
import { CompactSelect } from "./compact-select";
import { SearchField } from "./search-field";
import { SmallCheckbox } from "./small-checkbox";
import styles from "./written-controls.module.css";
import { SelectField, TextField } from "./written-fields";

const css = readFileSync(path.join(import.meta.dirname, "written-controls.module.css"), "utf8");

/** What each class of the style sheet states, as a style attribute has it. */
const stated = new Map(
  [...css.matchAll(/\.(\w+) \{([^}]*)\}/g)].map(([, name = "", body = ""]) => [
    styles[name],
    body.replace(/\s*(--[\w-]+): ([^;]*);\s*/g, "$1:$2;").replace(/;$/, ""),
  ]),
);

const drawn = (element: ReactElement) =>
  renderToStaticMarkup(
    createElement(MantineProvider, { theme, withCssVariables: false, withGlobalClasses: false }, element),
  );

/** Each tag as its name, its attributes in the order of the alphabet, and what own classes state as style. Generated ids count from one. */
function tags(html: string): string[] {
  const ids: string[] = [];
  const counted = (id: string) => {
    const [, generated = "", rest = ""] = /^(?:mantine-)?(_R_\w*_)(.*)$/.exec(id) ?? [];
    if (!ids.includes(generated)) ids.push(generated);
    return `${ids.indexOf(generated)}${rest}`;
  };
  return [...html.matchAll(/<(\/?\w+)((?: [\w-]+(?:="[^"]*")?)*)\/?>([^<]*)/gi)].map(
    ([, name, attributes = "", words]) => {
      const parts = new Map(
        [...attributes.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [key, value]),
      );
      const classes = (parts.get("class") ?? "").split(" ");
      const own = classes.filter((each) => stated.has(each)).map((each) => stated.get(each));
      const style = [...own, parts.get("style")].filter(Boolean).join(";");
      if (style !== "") parts.set("style", style);
      if (parts.has("class")) parts.set("class", classes.filter((each) => !stated.has(each)).join(" "));
      for (const key of ["id", "for", "name"]) if (parts.has(key)) parts.set(key, counted(parts.get(key) ?? ""));
      const describedBy = parts.get("aria-describedby")?.split(/ +/).map(counted).join(" ");
      if (describedBy !== undefined) parts.set("aria-describedby", describedBy);
      return `${name} ${[...parts]
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(" ")}>${words}`;
    },
  );
}

/** Of an input that its aria-label names, Mantine's id leads nowhere. */
const withoutId = (each: string) => each.replace(/ id=\d+/, "");
const choices = [
  { value: "year", label: "By year" },
  { value: "month", label: "By month" },
];
const ignore = () => {};

it("a search field is written as Mantine writes its own", () => {
  const shared = { value: "disks", maxLength: 200 };
  const written = tags(drawn(createElement(SearchField, { ...shared, label: "Search", onChange: ignore })));
  const field = {
    size: "xs",
    type: "search",
    "aria-label": "Search",
    placeholder: "Search",
    "data-own-undo": true,
  } as const;
  const mantines = tags(drawn(createElement(TextInput, { ...field, ...shared, onChange: ignore })));
  expect(written).toHaveLength(5);
  expect(written).toEqual(mantines.map(withoutId));
});

it("a select is so too", () => {
  const written = tags(
    drawn(createElement(CompactSelect, { label: "Span", value: "year", choices, onChange: ignore })),
  );
  const field = { size: "xs", "aria-label": "Span", value: "year" } as const;
  const mantines = tags(drawn(createElement(NativeSelect, { ...field, data: choices, onChange: ignore })));
  expect(written.join()).toContain("By month");
  expect(written.map((each) => each.replace("svg aria-hidden=true ", "svg "))).toEqual(mantines.map(withoutId));
});

it("a switch is so too", () => {
  const switched = drawn(createElement(ChoiceSwitch, { label: "Span", value: "year", choices, onChange: ignore }));
  const written = tags(switched.replace(/^<fieldset[^>]*>|<\/fieldset>$/g, ""));
  const field = { size: "xs", "aria-label": "Span", value: "year" } as const;
  const mantines = tags(drawn(createElement(SegmentedControl, { ...field, data: choices, onChange: ignore })));
  expect(written.join()).toContain("By month");
  expect(written).toEqual(mantines);
});

it.each([true, false])("a checkbox is so too, checked or not: %s", (checked) => {
  const written = tags(drawn(createElement(SmallCheckbox, { label: "Changed only", checked, onChange: ignore })));
  const mantines = tags(
    drawn(createElement(Checkbox, { size: "xs", label: "Changed only", checked, onChange: ignore })),
  );
  // Mantine does not give away the class of the root, which states the sizes there are.
  const size = "--checkbox-size:calc(1rem * var(--mantine-scale))";
  const root = mantines[0]
    ?.replace("--checkbox-size:var(--checkbox-size-xs)", size)
    .replace(/m_\w+ mantine-Checkbox-root (?=m_)/, "");
  const sheet = readFileSync("node_modules/@mantine/core/styles/Checkbox.css", "utf8");
  expect(sheet).toContain("--checkbox-size-xs: calc(1rem * var(--mantine-scale));");
  expect(written).toEqual([root, ...mantines.slice(1)]);
});

const kinds = [
  {},
  { description: "12 characters or more" },
  { description: "12 characters or more", fault: "It is too short." },
  { fault: "It is too short." },
];

it.each(kinds)("a field with a label is so too: %o", ({ fault, ...kind }) => {
  const shared = { label: "Name", type: "password", autoComplete: "off", defaultValue: "Ada", required: true, ...kind };
  const written = tags(drawn(createElement(TextField, { ...shared, fault })));
  const field = { w: "100%", withAsterisk: false, ...(fault && { error: fault }) };
  const mantines = tags(drawn(createElement(TextInput, { ...shared, ...field })));
  expect(written.join()).toContain("Name");
  expect(written).toEqual(mantines);
});

it.each(kinds)("a select with a label is so too: %o", ({ fault, ...kind }) => {
  const shared = { label: "Span", defaultValue: "month", ...kind };
  const written = tags(drawn(createElement(SelectField, { ...shared, width: "12rem", choices, fault })));
  const field = { w: "12rem", data: choices, ...(fault && { error: fault }) };
  const mantines = tags(drawn(createElement(NativeSelect, { ...shared, ...field })));
  expect(written.join()).toContain("By month");
  // The chevron of a faulty one has the fault itself in an attribute, which nothing reads.
  const plain = (each: string) => each.replace("svg aria-hidden=true ", "svg ").replace(` data-error=${fault}`, "");
  expect(written.map(plain)).toEqual(mantines.map(plain));
});
