/** Which colours a person can choose, with what they are called. */
export const colorSchemes = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the device" },
] as const;
