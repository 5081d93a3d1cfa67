import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#ecebf7",
  "#d6d4ef",
  "#cdcbff",
  "#b5b2ff",
  "#8984d6",
  "#625cbd",
  "#433e9e",
  "#342f85",
  "#28246a",
  "#1c1950",
];

export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Inter Fallback', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  colors: { accent },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  respectReducedMotion: true,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 2,
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "1rem", lg: "1.25rem", xl: "1.75rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  breakpoints: { xs: "30em", sm: "48em", md: "64em", lg: "75em", xl: "90em" },
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    Button: { defaultProps: { size: "sm" } },
    // The placeholder has no role, which a menu's children must have: the first item has the focus instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    TextInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    NativeSelect: { defaultProps: { size: "sm" } },
  },
});

/** Mantine's own colours, taken from the one palette of palette.css, so that a page has no second set of greys. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const fromPalette = {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-secondary)",
    "--mantine-color-placeholder": "var(--ink-secondary)",
    "--mantine-color-error": "var(--wrong)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-default": "var(--paper-raised)",
    "--mantine-color-default-hover": "var(--paper-sunk)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--field-border)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent-hover)",
    "--mantine-primary-color-light": "var(--accent-wash)",
    "--mantine-primary-color-light-hover": "var(--accent-wash)",
    "--mantine-primary-color-light-color": "var(--accent)",
  };
  return { variables: {}, light: fromPalette, dark: fromPalette };
};
