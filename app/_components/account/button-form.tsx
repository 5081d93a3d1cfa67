import type { ReactNode } from "react";
import account from "@/app/_components/account/account.module.css";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import { FormEnd } from "./form-end";

interface ButtonFormProps<T> {
  send: () => Promise<Outcome<T>>;
  /** Where the browser goes once it is done. */
  next: (done: T) => string;
  children: ReactNode;
}

/** A form of one button, which does something and goes on to another page. */
export function ButtonForm<T>({ send, next, children }: ButtonFormProps<T>) {
  const { form, button, fault } = useAction({
    send: async () => {
      const outcome = await send();
      if (!outcome.ok) return outcome;
      window.location.assign(next(outcome));
      return null;
    },
  });
  return (
    <form {...form}>
      <div className={account.stack}>
        <FormEnd fault={fault} button={button}>
          {children}
        </FormEnd>
      </div>
    </form>
  );
}
