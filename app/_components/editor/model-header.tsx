"use client";

import { memo, type Ref, useId, useMemo } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import type { SaveState } from "@/app/_components/document/saving/save-queue";
import { SaveStatus } from "@/app/_components/document/saving/save-status";
import { useTyped } from "@/app/_components/inputs/use-typed";
import { WhoIsHere } from "@/app/_components/live/who-is-here";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import { ModelShell } from "@/app/_components/shell/model-shell";
import type { ModelPage } from "@/app/_components/shell/model-tabs";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import type { CostModelFull } from "@/lib/draft/model";
import { descriptionPlace, namePlace } from "@/lib/draft/place";
import type { PeopleHere } from "@/lib/live/events";
import type { Inputs } from "@/lib/model/inputs";
import { cleanName } from "@/lib/text/clean-name";
import { textFault } from "@/lib/text/text-fault";
import styles from "./model-header.module.css";

interface ModelHeaderProps {
  page: ModelPage;
  model: CostModelFull;
  actions: ModelActions;
  name: string;
  currentArchitecture: Inputs["currentArchitecture"];
  description: string;
  state: SaveState;
  /** All people who have the model open. */
  people: PeopleHere;
  /** Go up where another changes the name or the description. */
  version: number;
  descriptionVersion: number;
  onChange: (change: ModelChange) => void;
  onRetry: () => void;
  /** Asks for a file of figures. */
  onImport?: () => void;
  /** The element that gets the focus back from a dialog of the menu. */
  menuButton?: Ref<HTMLButtonElement>;
  /** Files of what the page shows. */
  shown?: readonly MenuEntry[];
}

export const longestName = 200;

/** Name, organisation, state of saving, and what can be done with the model. */
export const ModelHeader = memo(function ModelHeader(props: ModelHeaderProps) {
  const { page, model, actions, name, currentArchitecture, description, state, people, version, descriptionVersion } =
    props;
  const { onChange, onRetry, onImport, menuButton, shown } = props;
  const [text, setText] = useTyped(version, null);
  const isMounted = useIsMounted();
  const faultId = useId();
  const fault = text === null ? null : faultOf(text);

  function type(text: string) {
    setText(text);
    if (faultOf(text) === null) onChange({ kind: "put", place: namePlace, value: cleanName(text) });
  }

  const { canEdit } = model;
  const described = useMemo(
    () => ({
      text: description,
      version: descriptionVersion,
      ...(canEdit && {
        onChange: (value: string) => onChange({ kind: "put", place: descriptionPlace, value }),
      }),
    }),
    [description, descriptionVersion, canEdit, onChange],
  );

  const field = (
    <input
      className={styles.name}
      aria-label="Name of the model"
      aria-invalid={fault !== null}
      aria-describedby={faultId}
      value={text ?? name}
      readOnly={!isMounted}
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        if (fault === null) setText(null);
        onChange({ kind: "leave" });
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
  return (
    <>
      <ModelShell
        model={{ ...model, name, inputs: { currentArchitecture } }}
        page={page}
        actions={actions}
        name={canEdit ? field : name}
        description={described}
        about={
          <>
            <span>{model.organisationName}</span>
            {canEdit || isUnsaved(state) ? <SaveStatus state={state} onRetry={onRetry} /> : null}
            <WhoIsHere people={people} />
          </>
        }
        onImport={canEdit ? onImport : undefined}
        menuButton={menuButton}
        shown={shown}
      />
      <p id={faultId} className={styles.notSaved}>
        {fault}
      </p>
    </>
  );
});

/** Also of a person who may no longer change it. */
function isUnsaved(state: SaveState): boolean {
  return state.kind === "ended" ? state.isUnsaved : state.kind !== "saved";
}

/** Who else has the model open: what they save appears here as they do. */
function faultOf(text: string): string | null {
  const unstorable = textFault("The name", text);
  if (unstorable !== undefined) return unstorable;
  const { length } = cleanName(text);
  if (length === 0) return "A model needs a name: type one.";
  return length > longestName
    ? `The name may have ${longestName} characters; this one has ${length}. Shorten it.`
    : null;
}
