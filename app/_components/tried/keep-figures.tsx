"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Link } from "@/app/_components/ui/link";
import type { FieldError, Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { whatFailed } from "../ui/action/what-failed";
import { Notice } from "../ui/notice";
import { type KeptFigures, keepFigures, takeKeptFigures } from "./kept-figures";

interface KeepFiguresProps {
  titles: Readonly<Record<string, string>>;
  create: (input: KeptFigures & { name: string }) => Promise<Outcome<{ id: string }>>;
}

type Stage = { kind: "making" } | { kind: "nothing" } | { kind: "failed"; faults: readonly FieldError[] };

/** Makes a model of the figures that this tab holds, and goes to it. */
export function KeepFigures({ titles, create }: KeepFiguresProps) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ kind: "making" });
  const hasBegun = useRef(false);

  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    const figures = takeKeptFigures();
    if (figures === null) {
      setStage({ kind: "nothing" });
      return;
    }
    const name = titles[figures.templateKey ?? ""] ?? "First comparison";
    const failed = (faults: readonly FieldError[]) => {
      keepFigures(figures);
      setStage({ kind: "failed", faults });
    };
    create({ ...figures, name }).then(
      (outcome) => (outcome.ok ? router.replace(routes.model(outcome.id)) : failed(outcome.faults)),
      (error: unknown) =>
        failed([{ key: "form", message: whatFailed(error, "The model was not made", "Load this page again.") }]),
    );
  }, [create, router, titles]);

  if (stage.kind === "making") return <p role="status">Making a model of your figures…</p>;
  if (stage.kind === "nothing") {
    return (
      <p>
        There are no figures to save in this tab. Go to <Link href={routes.models}>your models</Link>, or begin a{" "}
        <Link href={routes.newModel}>new model</Link>.
      </p>
    );
  }
  return (
    <Notice tone="wrong" title="The model was not made">
      {stage.faults.map(({ key, message }) => (
        <p key={key}>{message}</p>
      ))}
    </Notice>
  );
}
