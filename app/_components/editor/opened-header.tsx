"use client";

import type { ComponentProps } from "react";
import { descriptionPlace, namePlace } from "@/lib/draft/place";
import { defaultInputs } from "@/lib/model/inputs";
import { ModelHeader } from "./model-header";
import type { OpenedModel } from "./use-open-model";

type HeaderProps = ComponentProps<typeof ModelHeader>;

interface OpenedHeaderProps extends Pick<HeaderProps, "page" | "actions" | "shown" | "onImport" | "menuButton"> {
  open: OpenedModel;
}

/** The head of a page on which a model is edited. Its fields of name and description follow what another person changes in them. */
export function OpenedHeader({ open: { opened, state, saving, now, model }, ...rest }: OpenedHeaderProps) {
  return (
    <ModelHeader
      {...rest}
      model={model}
      version={state.version + (state.followed.get(namePlace) ?? 0)}
      name={state.draft.name}
      currentArchitecture={state.draft.inputs.currentArchitecture ?? defaultInputs.currentArchitecture}
      description={state.draft.description}
      descriptionVersion={state.version + (state.followed.get(descriptionPlace) ?? 0)}
      state={saving}
      people={now.people}
      onChange={opened.change}
      onRetry={opened.retry}
    />
  );
}
