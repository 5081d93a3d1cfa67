"use client";

import { ButtonForm } from "@/app/_components/account/button-form";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";

interface NewAddressFormProps {
  token: string;
  change: (input: { token: string }) => Promise<Outcome>;
}

export function NewAddressForm({ token, change }: NewAddressFormProps) {
  return (
    <ButtonForm send={() => change({ token })} next={() => routes.profile}>
      Use this address
    </ButtonForm>
  );
}
