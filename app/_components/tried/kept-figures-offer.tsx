"use client";

import { Button, Group } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { routes } from "@/lib/routes";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { keepFigures, keptFigures, onKeptFigures } from "./kept-figures";

/** Offers the figures that were tried before signing in, by whatever way the person came in. */
export function KeptFiguresOffer() {
  const hasFigures = useSyncExternalStore(
    onKeptFigures,
    () => keptFigures() !== null,
    () => false,
  );
  if (!hasFigures) return null;
  return (
    <Notice tone="look" title="The figures that you tried on the first page are still here" isNews={false}>
      <Group gap="sm">
        <LinkButton href={routes.keepModel} size="xs">
          Make a model of them
        </LinkButton>
        <Button size="xs" variant="default" onClick={() => keepFigures(null)}>
          Discard them
        </Button>
      </Group>
    </Notice>
  );
}
