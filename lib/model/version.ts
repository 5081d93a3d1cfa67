/**
 * The version of formulas and defaults. Saved with every model; it rises when a formula, a default or a bound changes
 * what a model shows. The defaults and bounds of each released version stay in released/: to raise it, write the new table there
 * and enter the old one in older-versions.ts, so that an old model is read by it.
 */
export const modelVersion = 2;
