"use client";

import { useMounted } from "@mantine/hooks";
import { type SubmitEvent, useState } from "react";
import type { FieldError } from "@/lib/outcome";
import { whatFailed } from "../ui/what-failed";

/**
 * A form that sends its fields to `send` and shows the faults that come back, each beside its field.
 * `send` returns the faults, or null where it has gone on to another page; the button then stays busy until that page is there.
 * The button is off until the page can act on it: sent earlier, the browser would post the fields to the page itself.
 */
export function useForm(send: (field: (name: string) => string) => Promise<FieldError[] | null>) {
  const isMounted = useMounted();
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [isSending, setIsSending] = useState(false);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setIsSending(true);
    const found = await send((name) => String(fields.get(name) ?? "")).catch((error: unknown) => [
      { key: "form", message: whatFailed(error, "Nothing was changed", "Try again; what you typed is still here.") },
    ]);
    if (found === null) return;
    setFaults(found);
    setIsSending(false);
    const first = found
      .map(({ key }) => form.elements.namedItem(key))
      .find((element) => element instanceof HTMLElement);
    if (first instanceof HTMLElement) first.focus();
  }

  return {
    form: { onSubmit, method: "post", noValidate: true } as const,
    button: { type: "submit", disabled: !isMounted, loading: isSending } as const,
    faultOf: (key: string) => faults.find((fault) => fault.key === key)?.message,
  };
}
