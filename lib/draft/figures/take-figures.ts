import type { InputKey } from "@/lib/model/inputs";
import type { Follows, ModelDraft } from "../model";
import { modelParts } from "../model-parts";
import { inputPlace, type NoteField, notePlace, type Place } from "../place";
import { type OfferedFigure, takenFigure } from "./follow";

/** What stands at a place once a figure was taken; undefined takes it out. */
export interface TakenPart {
  readonly place: Place;
  readonly value: unknown;
}

/** All that taking figures sets in a draft, place by place, for one step of editing. */
export function takenParts(draft: ModelDraft, figures: readonly OfferedFigure[]): TakenPart[] {
  return figures.flatMap((figure): TakenPart[] => {
    const { value, beside, follows } = takenFigure(draft, figure);
    const noted = Object.entries({ ...beside, follows }) as [NoteField, unknown][];
    return [
      { place: inputPlace(figure.key), value },
      ...noted.map(([field, stated]) => ({ place: notePlace(figure.key, field), value: stated })),
    ];
  });
}

/** The draft with figures taken. An input may be listed with its default; changedInputs takes that out. */
export function withFiguresTaken<D extends ModelDraft>(draft: D, figures: readonly OfferedFigure[]): D {
  return takenParts(draft, figures).reduce((all, { place, value }) => modelParts.set(all, place, value), draft);
}

/** The draft whose inputs follow a figure where that may stay so, and nowhere else. */
export function followingWhere<D extends Pick<ModelDraft, "notes">>(
  draft: D,
  mayFollow: (follows: Follows, key: InputKey) => boolean,
): D {
  const ended = (Object.keys(draft.notes) as InputKey[]).filter((key) => {
    const follows = draft.notes[key]?.follows;
    return follows !== undefined && !mayFollow(follows, key);
  });
  if (ended.length === 0) return draft;
  const notes = { ...draft.notes };
  for (const key of ended) {
    const { follows: _, ...rest } = notes[key] ?? {};
    if (Object.keys(rest).length > 0) notes[key] = rest;
    else delete notes[key];
  }
  return { ...draft, notes };
}
