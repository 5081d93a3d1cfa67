"use client";

import { Button, Menu } from "@mantine/core";
import { useId } from "react";
import { routes } from "@/lib/routes";
import type { PersonHere } from "@/lib/schemas/live";
import type { CostModelFull } from "@/lib/schemas/model";
import { CommentsWord } from "../comments/comments-word";
import { WhoIsHere } from "../live/who-is-here";
import { LinkButton } from "../ui/link-button";
import { useIsMounted } from "../ui/use-is-mounted";
import styles from "./model-header.module.css";
import type { SaveState } from "./save-queue";
import { SaveStatus } from "./save-status";
import { useTypedText } from "./use-typed-text";

interface ModelHeaderProps {
  model: CostModelFull;
  name: string;
  state: SaveState;
  /** Everybody who has the model open. */
  people: readonly PersonHere[];
  version: number;
  onRename: (name: string) => void;
  onLeave: () => void;
  onRetry: () => void;
  /** Asks for a file of figures. */
  onImport: () => void;
}

export const longestName = 200;

/** Name, organisation, state of saving, and what can be done with the model. */
export function ModelHeader(props: ModelHeaderProps) {
  const { model, name, state, people, version, onRename, onLeave, onRetry, onImport } = props;
  const [text, setText] = useTypedText(version, null);
  const isMounted = useIsMounted();
  const faultId = useId();
  const fault = text === null ? null : faultOf(text);

  function type(typed: string) {
    setText(typed);
    if (faultOf(typed) === null) onRename(typed.trim());
  }

  return (
    <header className={styles.header}>
      <div className={styles.identity}>
        <h1 className={styles.heading}>
          {model.canEdit ? (
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
                onLeave();
              }}
              onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
            />
          ) : (
            name
          )}
        </h1>
        <p className={styles.about}>
          <span>{model.organisationName}</span>
          {model.canEdit ? <SaveStatus state={state} onRetry={onRetry} /> : null}
          <WhoIsHere people={people} />
        </p>
        <p id={faultId} className={styles.notSaved}>
          {fault}
        </p>
      </div>
      <div className={styles.actions}>
        <LinkButton href={routes.breakdown(model.id)} variant="default" size="xs">
          Breakdown
        </LinkButton>
        <LinkButton href={routes.scenarios(model.id)} variant="default" size="xs">
          Scenarios
        </LinkButton>
        <LinkButton href={routes.history(model.id)} variant="default" size="xs">
          History
        </LinkButton>
        <LinkButton href={routes.comments(model.id)} variant="default" size="xs">
          <CommentsWord />
        </LinkButton>
        {model.canShare ? (
          <LinkButton href={routes.share(model.id)} variant="default" size="xs">
            Share
          </LinkButton>
        ) : null}
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" size="xs" rightSection={<span aria-hidden="true">▾</span>}>
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={routes.modelExport(model.id, "years.csv")} download>
              Download years.csv: cost by year
            </Menu.Item>
            <Menu.Item component="a" href={routes.modelExport(model.id, "projection.csv")} download>
              Download projection.csv: cost by month
            </Menu.Item>
            <Menu.Item component="a" href={routes.modelExport(model.id, "inputs.csv")} download>
              Download inputs.csv: all inputs
            </Menu.Item>
            {model.canEdit ? <Menu.Item onClick={onImport}>Import figures…</Menu.Item> : null}
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}

/** Who else has the model open: what they save appears here as they do. */
function faultOf(text: string): string | null {
  if (text.trim() === "") return "A model needs a name: type one.";
  if (text.trim().length > longestName) {
    return `The name may have ${longestName} characters; this one has ${text.trim().length}. Shorten it.`;
  }
  return null;
}
