import { TextInput } from "@mantine/core";

interface AccountFieldProps {
  /** What is wrong with what was typed. */
  fault?: string | undefined;
}

/** The address by which a person is known. */
export function EmailField({ fault }: AccountFieldProps) {
  return (
    <TextInput
      label="Email"
      name="email"
      type="email"
      autoComplete="username"
      required
      withAsterisk={false}
      error={fault}
    />
  );
}

/** A password that is set now. */
export function NewPasswordField({ fault }: AccountFieldProps) {
  return (
    <TextInput
      label="Password"
      description="12 characters or more"
      name="password"
      type="password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      error={fault}
    />
  );
}
