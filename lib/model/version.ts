/**
 * The version of formulas and defaults. Saved with every model; it rises when a formula, a default or a bound changes
 * what a model shows. The defaults of each released version stay in released/, so that an old model shows what it showed.
 */
export const modelVersion = 1;
