"use client";

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { Condition } from "@/lib/schemas/decision/condition";
import type { Proposal } from "@/lib/schemas/decision/proposal";
import { nameWithEmail } from "@/lib/text/name-with-email";
import { parseNumber } from "@/lib/value/parse-number";
import { ConditionFields, type TypedCondition, unitOf } from "./condition-fields";
import { PeopleChoice } from "./people-choice";
import type { Person } from "./people-shown";
import styles from "./record.module.css";

interface ProposalFormProps {
  modelId: string;
  currency: string;
  /** What ranks first; null where the model has no result. */
  first: Architecture | null;
  /** The reader first. */
  people: readonly Person[];
  propose: (modelId: string, proposal: Proposal) => Promise<Outcome<{ number: number }>>;
}

/** A typed condition as it is sent; null where it is not complete. */
function conditionOf({ watched, is, than }: TypedCondition, currency: string): Condition | null {
  const [of, key = "", architecture = ""] = watched.split(" ");
  const value = parseNumber(than, unitOf(watched, currency).shift);
  if (value === null || of === undefined || of === "") return null;
  const threshold = { is, than: value } as Pick<Condition, "is" | "than">;
  if (of === "input") return { of, input: key, ...threshold };
  return { of: "figure", figure: key, architecture, ...threshold } as Condition;
}

/** What a person writes and chooses of a decision; the figures are those of the model as it stands when it is sent. */
export function ProposalForm({ modelId, currency, first, people, propose }: ProposalFormProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Architecture>(first ?? "onPremises");
  const [conditions, setConditions] = useState<readonly TypedCondition[]>([]);
  const [approverIds, setApproverIds] = useState<readonly string[]>([]);
  const { form, button, faultOf, fault } = useAction({
    refresh: false,
    failed: "Nothing was proposed",
    send: async (field) => {
      const read = conditions.map((each) => conditionOf(each, currency));
      const wrong = read.indexOf(null);
      if (wrong >= 0) {
        return refused(
          "conditions",
          `Condition ${wrong + 1} needs a figure to watch and a number. Complete or remove it.`,
        );
      }
      const outcome = await propose(modelId, {
        architecture: chosen,
        title: field("title"),
        reasons: field("reasons"),
        alternatives: architectures
          .filter((each) => each !== chosen && field(`whyNot-${each}`).trim() !== "")
          .map((architecture) => ({ architecture, whyNot: field(`whyNot-${architecture}`) })),
        dissent: field("dissent"),
        reviewOn: field("reviewOn") === "" ? null : field("reviewOn"),
        conditions: read.filter((each) => each !== null),
        ownerId: field("ownerId"),
        approverIds: [...approverIds],
        approvalsNeeded: field("needed") === "all" ? approverIds.length : Number(field("needed")),
      });
      if (!outcome.ok) return outcome;
      router.push(routes.decisionRecord(modelId, outcome.number));
      return null;
    },
  });
  const named = ["title", "reasons", "reviewOn", "ownerId", "approverIds", "approvalsNeeded", "conditions"];
  const other = named.some((key) => faultOf(key) !== undefined) ? undefined : fault;
  return (
    <DisabledUntilHydrated>
      <form {...form} className={styles.form}>
        <p className={styles.hint}>
          The model is frozen as it stands now, with every input, range and result, and signed. Nobody can change the
          record afterwards: later changes of the model do not touch it, and another decision supersedes it.
        </p>
        <NativeSelect
          label="What is chosen"
          name="architecture"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value as Architecture)}
          data={architectures.map((value) => ({ value, label: architectureNames[value] }))}
        />
        <TextInput label="Title" name="title" maxLength={200} autoComplete="off" error={faultOf("title")} />
        <Textarea label="Reasons" name="reasons" rows={5} maxLength={10_000} error={faultOf("reasons")} />
        {architectures
          .filter((each) => each !== chosen)
          .map((each) => (
            <Textarea
              key={each}
              label={`Why not ${architectureNames[each].toLowerCase()}`}
              name={`whyNot-${each}`}
              rows={2}
              maxLength={10_000}
            />
          ))}
        <Textarea
          label="Dissent"
          description="Who thinks otherwise, and why; leave empty where nobody does"
          name="dissent"
          rows={2}
          maxLength={10_000}
        />
        <div className={styles.row}>
          <NativeSelect
            label="Who answers for it"
            name="ownerId"
            data={people.map((person) => ({ value: person.id, label: nameWithEmail(person) }))}
            error={faultOf("ownerId")}
          />
          <TextInput label="Look at it again on" name="reviewOn" type="date" error={faultOf("reviewOn")} />
        </div>
        <ConditionFields
          conditions={conditions}
          currency={currency}
          fault={faultOf("conditions")}
          onChange={setConditions}
        />
        <fieldset className={styles.group}>
          <legend>Who is to approve it</legend>
          <PeopleChoice people={people} chosen={approverIds} onChange={setApproverIds} />
          {faultOf("approverIds") === undefined ? null : <p role="alert">{faultOf("approverIds")}</p>}
          <NativeSelect
            label="How many of them must approve"
            name="needed"
            data={[
              { value: "all", label: "all" },
              ...approverIds.slice(1).map((_, place) => ({ value: String(place + 1), label: String(place + 1) })),
            ]}
            error={faultOf("approvalsNeeded")}
          />
        </fieldset>
        <div>
          <Button {...button}>Propose it</Button>
        </div>
        <FormFault message={other} />
      </form>
    </DisabledUntilHydrated>
  );
}
