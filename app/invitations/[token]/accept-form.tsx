"use client";

import { ButtonForm } from "@/app/_components/account/button-form";
import type { Outcome } from "@/lib/outcome";

interface AcceptFormProps {
  token: string;
  name: string;
  accept: (token: string) => Promise<Outcome<{ next: string }>>;
}

export function AcceptForm({ token, name, accept }: AcceptFormProps) {
  return (
    <ButtonForm send={() => accept(token)} next={({ next }) => next}>
      Accept as {name}
    </ButtonForm>
  );
}
