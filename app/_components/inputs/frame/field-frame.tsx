import dynamic from "next/dynamic";
import { useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import { ConflictQuestion } from "@/app/_components/document/conflict-question";
import { FollowedFigure } from "@/app/_components/figures/followed-figure";
import { SourceText } from "@/app/_components/ui/source-text";
import { isTaken } from "@/lib/draft/figures/follow";
import { inputPlace } from "@/lib/draft/place";
import type { InputKey } from "@/lib/model/inputs";
import { type InputDeclaration, isFigure } from "@/lib/model/inputs/declaration";
import { inputText, signedText } from "@/lib/value/describe-input";
import { evidenceWords } from "@/lib/value/range-words";
import styles from "../fields.module.css";
import { InputNotes } from "../input-notes";
import { BriefFrame } from "./brief-frame";
import { DefaultOffer } from "./default-offer";
import { FieldFault } from "./field-fault";
import type { FieldFrameProps } from "./frame-props";

/** Only for the input that a person asks about. */
const InputMeaning = dynamic(() => import("../input-meaning").then((module) => module.InputMeaning));
const InputFeeds = dynamic(() => import("../input-meaning").then((module) => module.InputFeeds));

/**
 * What stands around every input: one line of 40 px, below which the slider, the default and what is wrong unfold once it has the
 * focus. It stays unfolded: rows that folded again would move what a pointer is about to press.
 */
export function FieldFrame(props: FieldFrameProps) {
  return props.layout === "brief" ? <BriefFrame {...props} /> : <WholeFrame {...props} />;
}

function WholeFrame(props: FieldFrameProps) {
  const { id, input, templateBasis, bounds, hint, isChanged, fault, note } = props;
  const { value, start, isOfTemplate, unusual = null } = props;
  const { readOnly, version, noteVersion = 0, conflict, currency, layout, onChange, below, range, children } = props;
  const { label } = input;
  const inputKey = input.key as InputKey;
  const [isOpen, setOpen] = useState(layout === "unfolded");
  const [isEntered, setEntered] = useState(false);
  // What is wrong, and what must be decided, is shown wherever the focus is.
  const isUnfolded = isOpen || isEntered || fault !== undefined || conflict !== undefined;
  const resetTo = (to: number | string) => onChange({ kind: "reset", keys: [inputKey], to: { [inputKey]: to } });
  // A template states its figures with their basis; and what is wrong with a text is said in its place.
  const isPointedOut = unusual !== null && fault === undefined && !(isOfTemplate && value === start);
  const noted = [
    note?.evidence && evidenceWords[note.evidence],
    note?.note && "note",
    note?.source && "source",
    note?.range && "range",
    isTaken(note?.follows, value) && "organisation’s figure",
  ]
    .filter(Boolean)
    .join(", ");
  const about = noted ? `About · ${noted}` : "About";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the focus comes from the field within.
    <div
      className={styles.field}
      data-changed={isChanged}
      data-input={inputKey}
      data-unfolded={isUnfolded}
      onFocus={() => setEntered(true)}
    >
      <div className={styles.line}>
        <span className={styles.naming}>
          <label className={`${styles.label} ${styles.wholeWords}`} htmlFor={id}>
            {label}
          </label>
          {isUnfolded || !noted ? null : <span className={styles.noted}>{noted}</span>}
        </span>
        {isUnfolded ? null : <CommentMarker subject={{ kind: "input", key: inputKey }} isAlwaysShown={false} />}
        <div className={styles.briefControl}>{children}</div>
      </div>
      {isUnfolded ? (
        <div className={styles.unfolded}>
          <span className={styles.default} id={`${id}-default`}>
            {hint === null ? null : <span>{hint}</span>}
            {isPointedOut ? <span className={styles.unusual}>{unusual}</span> : null}
            {isOfTemplate ? <span>template {words(input, start)}</span> : null}
            <DefaultOffer
              words={`default ${words(input, input.default)}`}
              label={label}
              isOffered={isOfTemplate && !readOnly && input.default !== start}
              isTaken={value === input.default && fault === undefined}
              onTake={() => resetTo(input.default)}
            />
            <FollowedFigure inputKey={inputKey} value={value} follows={note?.follows} />
          </span>
          <span className={styles.doings}>
            {(value !== start || fault !== undefined) && !readOnly ? (
              <button
                type="button"
                className={styles.action}
                onClick={({ currentTarget }) => {
                  // The button goes with what it does. A pointer needs no focus, which would open a phone's keyboard.
                  if (currentTarget.matches(":focus-visible")) document.getElementById(id)?.focus();
                  resetTo(start);
                }}
                aria-label={`Reset ${label}`}
                title={isOfTemplate ? "To the template's value" : "To the default"}
              >
                Reset
              </button>
            ) : null}
            <CommentMarker subject={{ kind: "input", key: inputKey }} isAlwaysShown={isOpen} />
            <button
              type="button"
              className={styles.action}
              aria-expanded={isOpen}
              aria-label={noted ? `${about}: ${label}` : `${about} ${label}`}
              onClick={() => setOpen(!isOpen)}
            >
              {about}
            </button>
          </span>
        </div>
      ) : isPointedOut ? (
        <p className={styles.unusual}>{unusual}</p>
      ) : null}
      <div className={styles.below} data-room={isUnfolded && below !== undefined} data-faulty={fault !== undefined}>
        {isUnfolded ? below : null}
        <FieldFault id={id} fault={fault} />
      </div>
      {conflict === undefined ? null : (
        <ConflictQuestion
          place={inputPlace(inputKey)}
          conflict={conflict}
          currency={currency}
          onKeepMine={(place) => onChange({ kind: "keepMine", place })}
          onTakeTheirs={(place) => onChange({ kind: "takeTheirs", place })}
        />
      )}
      {isOpen ? (
        <div className={styles.about}>
          <InputMeaning inputKey={inputKey} />
          <p>
            {templateBasis === undefined ? null : (
              <>
                Basis of the template’s figure: <SourceText text={templateBasis} />.{" "}
              </>
            )}
            Basis of the default: <SourceText text={input.basis.text} />. {bounds}
          </p>
          {range?.()}
          <InputFeeds inputKey={inputKey} />
          <InputNotes
            inputKey={inputKey}
            given={note}
            version={version + noteVersion}
            readOnly={readOnly}
            onChange={onChange}
          />
        </div>
      ) : null}
    </div>
  );
}

/** A value as it stands beside its field. */
function words(input: InputDeclaration, value: number | string): string {
  return isFigure(input) ? signedText(input, Number(value)) : inputText(input, value);
}
