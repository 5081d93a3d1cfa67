"use client";

import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { SelectField } from "@/app/_components/ui/fields/written-fields";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import { inReadersMarks, offeredMarks } from "@/lib/value/number-marks";

const aYear = 365 * 86_400;

interface NumbersFormProps {
  choice: string;
  /** The name of the cookie that keeps the choice. */
  cookie: string;
}

/** Asks how numbers are written in this browser. A cookie stores it: pages without sign-in need it too. */
export function NumbersForm({ choice, cookie }: NumbersFormProps) {
  const [way, setWay] = useState(offeredMarks.includes(choice) ? choice : "");

  function use() {
    const life = way === "" ? 0 : aYear;
    const secure = window.location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser.
    document.cookie = `${cookie}=${encodeURIComponent(way)}; path=/; max-age=${life}; samesite=lax${secure}`;
    // Every figure on the page, and those that are remembered of others, are written anew.
    window.location.reload();
  }

  return (
    <form
      className={account.form}
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <DisabledUntilHydrated>
        <div className={account.stack}>
          <SelectField
            label="How numbers are written"
            description="In this browser, and how they are read where you type them. Files you download stay plain."
            name="numbers"
            value={way}
            onChange={(event) => setWay(event.currentTarget.value)}
            choices={[
              { value: "", label: "As your browser’s language does" },
              ...offeredMarks.map((value) => ({ value, label: inReadersMarks("1,234,567.5", value) })),
            ]}
          />
          <WrittenButton type="submit" look={{ variant: "default", size: "sm" }}>
            Save the choice
          </WrittenButton>
        </div>
      </DisabledUntilHydrated>
    </form>
  );
}
