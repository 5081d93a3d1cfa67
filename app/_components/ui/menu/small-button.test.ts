import { Button, MantineProvider } from "@mantine/core";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { theme } from "@/app/_components/ui/theme/theme";
import { SmallButton } from "./small-button";

it("is written as Mantine writes its own", () => {
  const shared = {
    rightSection: createElement("span", { "aria-hidden": true }, "▾"),
    "aria-label": "Actions for Patches",
    "aria-haspopup": "menu" as const,
    "aria-expanded": false,
    "aria-busy": false,
  };
  const mantines = renderToStaticMarkup(
    createElement(
      MantineProvider,
      { theme, withCssVariables: false, withGlobalClasses: false },
      createElement(
        Button as ComponentType<Record<string, unknown>>,
        { ...shared, variant: "default", size: "compact-sm" },
        "Actions",
      ),
    ),
  );
  expect(mantines).toContain("Actions");
  expect(renderToStaticMarkup(createElement(SmallButton, shared, "Actions"))).toBe(mantines);
});
