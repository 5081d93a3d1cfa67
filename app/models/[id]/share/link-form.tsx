"use client";

import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { ShownOnce } from "@/app/_components/ui/copying/shown-once";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { LocalTime } from "@/app/_components/ui/local-time";
import { categoryNames } from "@/lib/model/architectures";
import { pooledCategories } from "@/lib/model/pay/pay";
import { type Outcome, refused } from "@/lib/outcome";
import type { LinkDraft } from "@/lib/schemas/share-link";
import { endOfLocalDay, localDay } from "@/lib/value/calendar";
import styles from "./share.module.css";

interface LinkFormProps {
  modelId: string;
  create: (modelId: string, draft: LinkDraft) => Promise<Outcome<{ link: string; expiresAt: string }>>;
}

const pooledWords = pooledCategories
  .slice(1)
  .map((category) => categoryNames[category].toLowerCase())
  .join(", ");
const untilDay = "day";
const usualLife = "30";
const lives = [
  { value: "7", label: "in 7 days" },
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: untilDay, label: "after a day that I choose" },
];

/** The day so many days from now, on the clock of the person who makes the link. */
function dayIn(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  return localDay(at);
}

/** Moves the focus to the new link; called once, as the field appears. */
const focus = (field: HTMLInputElement | null) => field?.focus();

/** Makes a read-only link and shows it this once. */
export function LinkForm({ modelId, create }: LinkFormProps) {
  const [life, setLife] = useState(usualLife);
  const [made, setMade] = useState<{ link: string; expiresAt: string; hasPassword: boolean } | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const password = field("password");
      const lastDay = life === untilDay ? field("lastDay") : dayIn(Number(life));
      if (!/^\d{4}-/.test(lastDay)) return refused("expiresAt", "Choose the day on which it ends.");
      const outcome = await create(modelId, {
        label: field("label"),
        expiresAt: endOfLocalDay(lastDay).toISOString(),
        password,
        mayDownload: field("mayDownload") === "on",
        isFrozen: field("shows") === "frozen",
        leavesOutPay: field("showsPay") !== "on",
        leavesOutNotes: field("showsNotes") !== "on",
        leavesOutComments: field("showsComments") !== "on",
      });
      if (!outcome.ok) return outcome;
      setMade({ ...outcome, hasPassword: password !== "" });
      setLife(usualLife);
      return outcome;
    },
  });
  return (
    <>
      <p className={styles.hint}>
        Anyone with the link can read the answer, the charts, the tables of cost, who pays, the service, the inputs that
        differ from the defaults, and own lines, without an account. Scenarios, history and who has access are never
        shown.
      </p>
      {/* Each link starts afresh: a password is not meant for the next one too. */}
      <form key={made?.link} {...form} className={styles.linkForm} data-off-paper>
        <div className={styles.fields}>
          <TextInput
            label="What it is for"
            description="Only for the list below"
            name="label"
            maxLength={100}
            autoComplete="off"
            error={faultOf("label")}
          />
          <NativeSelect
            label="Shows"
            description="Changes that are saved later"
            name="shows"
            data={[
              { value: "live", label: "show at once" },
              { value: "frozen", label: "do not show: it stays as it is now" },
            ]}
          />
          <DisabledUntilHydrated>
            <NativeSelect
              label="Ends"
              description="At the end of the day on your clock"
              name="life"
              value={life}
              onChange={(event) => setLife(event.currentTarget.value)}
              data={lives}
              {...(life !== untilDay && { error: faultOf("expiresAt") })}
            />
          </DisabledUntilHydrated>
          {life === untilDay ? (
            <TextInput
              label="Last day"
              description="At most a year from now"
              name="lastDay"
              type="date"
              min={dayIn(0)}
              max={dayIn(365)}
              defaultValue={dayIn(30)}
              error={faultOf("expiresAt")}
            />
          ) : null}
          <PasswordInput
            label="Password"
            description="Leave empty for none"
            name="password"
            autoComplete="new-password"
            error={faultOf("password")}
          />
        </div>
        <fieldset className={styles.choices}>
          <legend>Show</legend>
          <Checkbox
            name="showsPay"
            label="Pay"
            description={`Salaries, head counts, staff lines and own lines of staff. Without it staff cost is one sum with ${pooledWords}`}
          />
          <Checkbox name="showsNotes" label="Notes" description="The description, notes and sources" />
          <Checkbox
            name="showsComments"
            label="Comments"
            description="With the names of their authors and of the people they mention. Without pay, threads on pay are left out too; what people write of pay in other threads is shown as they wrote it. A link that stays as it is now shows the comments up to now"
          />
        </fieldset>
        <fieldset className={styles.choices}>
          <legend>Allowed</legend>
          <Checkbox
            name="mayDownload"
            label="Download and save a copy"
            description="CSV files, and a copy in the reader’s own organisation; without what is left out"
          />
        </fieldset>
        <div>
          <Button {...button}>Make a read-only link</Button>
        </div>
      </form>
      <FormFault message={faultOf("form")} />
      {made === null ? null : (
        <ShownOnce title="Copy this link now" label="Read-only link" value={made.link} fieldRef={focus}>
          It is shown only now, and opens until <LocalTime at={made.expiresAt} isWhole />.{" "}
          {made.hasPassword
            ? "Send the password another way than the link."
            : "Anyone who has it can read: send it to nobody else."}
        </ShownOnce>
      )}
    </>
  );
}
