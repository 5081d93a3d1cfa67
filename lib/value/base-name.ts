/** What a model's own figures are called beside its scenarios, on pages and in files. */
export const baseName = "Base";
