"use client";

import { useId, useRef, useState } from "react";
import { useAction } from "@/app/_components/ui/action/use-action";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { LinkButton } from "@/app/_components/ui/link-button";
import type { ReadFigures } from "@/lib/draft/model";
import { refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import { noTemplate } from "@/lib/starting/no-template";
import { ImportChoice, type ReadFile } from "./import-choice";
import { type Created, useMadeModel } from "./made-model";
import { NameAndCreate } from "./name-and-create";
import styles from "./new-model.module.css";
import { About, Choices, type TemplateChoice } from "./template-choices";

interface NewModelFormProps {
  /** The key of the template chosen at first; "" for none. */
  chosenAtFirst: string;
  /** The default service first. */
  templates: readonly TemplateChoice[];
  /** Published cases, with which the model can be compared. */
  fromPrint: readonly TemplateChoice[];
  create: (input: { name: string; templateKey: string | null }) => Promise<Created>;
  /** Reads a file of figures. */
  readFile: (csv: string) => Promise<ReadFigures>;
  /** Makes a model of such a file; without a name it has the file's. */
  createFromFile: (input: { name: string; csv: string }) => Promise<Created>;
}

/** The choice of a model from a file; no template has this key. */
const fromFile = "file";
const noFile = "Choose a file of figures that can be imported, or start from something else.";

/** Asks what to start from and for a name, and goes to the new model. */
export function NewModelForm({
  templates,
  chosenAtFirst,
  fromPrint,
  create,
  readFile,
  createFromFile,
}: NewModelFormProps) {
  const { made, open } = useMadeModel();
  const id = useId();
  const [chosen, setChosen] = useState(chosenAtFirst);
  const [name, setName] = useState("");
  const choices = [...templates, ...fromPrint];
  const [file, setFile] = useState<ReadFile | null>(null);
  const reading = useRef<Promise<ReadFile | null> | null>(null);
  const choice = choices.find(({ key }) => key === chosen);
  const suggestion =
    chosen === fromFile ? (file?.draft.name ?? "") : chosen === noTemplate ? "" : (choice?.title ?? "");

  /** The file chosen last, once it is read. */
  async function readToTheEnd(): Promise<ReadFile | null> {
    const awaited = reading.current;
    const read = await awaited;
    return awaited === reading.current ? read : readToTheEnd();
  }

  const { form, button, faults, clearFaults, faultOf } = useAction({
    failed: "The model was not made",
    refresh: false,
    send: async () => {
      const read = chosen === fromFile ? await readToTheEnd() : null;
      if (chosen === fromFile && read === null) return refused("file", noFile);
      const outcome =
        read === null
          ? await create({ name: name.trim() || suggestion, templateKey: chosen || null })
          : await createFromFile({ name: name.trim(), csv: read.csv });
      return outcome.ok ? open(outcome) : outcome;
    },
  });

  return (
    <form {...form} className={styles.form}>
      <DisabledUntilHydrated>
        <div className={styles.groups}>
          <section className={styles.ask} aria-labelledby={`${id}-ask`}>
            <h2 id={`${id}-ask`}>Begin with your own service</h2>
            <p>
              What runs today, which machines stand, what the cloud bills, who works on it, how much it is used, what it
              must reach: answer what you know, skip the rest. The answers are laid over the template that is chosen
              below.
            </p>
            <div>
              <LinkButton href={routes.firstQuestions(templates.some(({ key }) => key === chosen) ? chosen : "")}>
                Answer the first questions
              </LinkButton>
            </div>
          </section>
          <Choices
            legend="Start from"
            looks={{
              of: "cards",
              about:
                "Each shows its answer before you change a figure: the net present cost of each architecture in 10 to 90 of 100 trials, with a line at the median and a dot at the likeliest values.",
            }}
            choices={templates}
            chosen={chosen}
            onChoose={setChosen}
          />
          <Choices
            legend="Published cases"
            looks={{ of: "rows" }}
            choices={fromPrint}
            chosen={chosen}
            onChoose={setChosen}
          />
          <ImportChoice
            isChosen={chosen === fromFile}
            onChoose={() => setChosen(fromFile)}
            read={readFile}
            onTake={(taken) => {
              reading.current = taken;
              setFile(null);
              clearFaults();
              void taken?.then((read) => {
                if (reading.current === taken) setFile(read);
              });
            }}
          />
        </div>
        <div className={styles.name}>
          <NameAndCreate {...{ name, suggestion, button, faults, faultOf, made }} onName={setName} />
          {choice === undefined ? null : <About of={choice} isBeside />}
        </div>
      </DisabledUntilHydrated>
    </form>
  );
}
