/**
 * What is declared is wrong: a formula that cannot be read, units that do not agree, a quantity that refers to itself. A mistake of the
 * program, found as it starts or by its tests; the message names the formula or the quantity.
 */
export class DeclarationError extends Error {}
