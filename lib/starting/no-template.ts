/** The key of starting from the defaults alone; no template has it. */
export const noTemplate = "";
