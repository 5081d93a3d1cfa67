import type { ComponentProps } from "react";
import { TextField } from "@/app/_components/ui/fields/written-fields";

interface AccountFieldProps {
  /** What is wrong with what was typed. */
  fault?: string | undefined;
}

/** A field that has to be filled in. */
export function RequiredField(field: ComponentProps<typeof TextField>) {
  return <TextField {...field} required />;
}

/** The address by which a person is known. */
export function EmailField({ fault }: AccountFieldProps) {
  return <RequiredField label="Email" name="email" type="email" autoComplete="username" fault={fault} />;
}

/** The password that a person has. */
export function PasswordField() {
  return <RequiredField label="Password" name="password" type="password" autoComplete="current-password" />;
}

/** A password that is set now. */
export function NewPasswordField({ fault }: AccountFieldProps) {
  return (
    <RequiredField
      label="Password"
      description="12 characters or more"
      name="password"
      type="password"
      autoComplete="new-password"
      fault={fault}
    />
  );
}
