import type { ModelActions } from "@/app/_components/shell/model-menu";
import { archiveModelAction, deleteModelAction, duplicateModelAction, unarchiveModelAction } from "../actions";

/** What the head of each of the model's pages offers. */
export const modelActions: ModelActions = {
  duplicate: duplicateModelAction,
  archive: archiveModelAction,
  unarchive: unarchiveModelAction,
  remove: deleteModelAction,
};
