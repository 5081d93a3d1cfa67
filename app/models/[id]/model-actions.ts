import type { ModelActions } from "@/app/_components/shell/model-menu";
import { archiveModelAction, deleteModelAction, duplicateModelAction, unarchiveModelAction } from "../actions";
import { saveModelAction } from "./actions";

/** What the head of each of the model's pages offers. */
export const modelActions: ModelActions = {
  duplicate: duplicateModelAction,
  archive: archiveModelAction,
  unarchive: unarchiveModelAction,
  remove: deleteModelAction,
};

/** The same, and what saves the model, for pages on which it is changed. */
export const modelDoors = { save: saveModelAction, actions: modelActions };
