"use client";

import type { ComponentProps } from "react";
import { namePlace } from "@/lib/draft/place";
import { ModelHeader } from "./model-header";
import type { OpenedModel } from "./use-open-model";

type HeaderProps = ComponentProps<typeof ModelHeader>;

interface OpenedHeaderProps extends Pick<HeaderProps, "page" | "actions" | "shown" | "onImport" | "menuButton"> {
  open: OpenedModel;
}

/** The head of a page on which a model is edited. Its field of the name follows another person's new name. */
export function OpenedHeader({ open: { opened, state, saving, now, model }, ...rest }: OpenedHeaderProps) {
  return (
    <ModelHeader
      {...rest}
      model={model}
      version={state.version + (state.followed.get(namePlace) ?? 0)}
      name={state.draft.name}
      state={saving}
      people={now.people}
      onChange={opened.change}
      onRetry={opened.retry}
    />
  );
}
