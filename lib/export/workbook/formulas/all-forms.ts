import { catalogueForms } from "./catalogue";
import { chanceForms } from "./chance";
import type { Form } from "./form";
import { monthForms } from "./months";
import { standingRowForms } from "./standing-rows";
import { stockForms } from "./stock";
import { wordForms } from "./words";

/** How each word of the language is said in a spreadsheet, apart from those that hold or do not (`conditions`). */
export const forms: Readonly<Record<string, Form>> = {
  ...wordForms,
  ...monthForms,
  ...chanceForms,
  ...stockForms,
  ...standingRowForms,
  ...catalogueForms,
};
