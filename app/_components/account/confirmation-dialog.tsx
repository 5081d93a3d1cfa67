"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useAction } from "@/app/_components/ui/use-action";
import type { Outcome } from "@/lib/outcome";
import { FormFault } from "./form-fault";
import { SignInAgain, type SignInAgainProps } from "./sign-in-again";

interface ProofFormProps {
  way: "password" | "code";
  confirm: (given: { present: string }) => Promise<Outcome>;
  onConfirmed: () => void;
  onCancel: () => void;
}

export interface ConfirmationDialogProps extends SignInAgainProps, Omit<ProofFormProps, "way"> {
  isOpen: boolean;
  /** What the person has to show that it is them. */
  way: "password" | "code" | "sign-in";
}

/** Asks for the password once more, or for a code, or to sign in again; what was being done waits behind it. */
export function ConfirmationDialog({ isOpen, way, provider, mailLink, ...form }: ConfirmationDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={form.onCancel}
      title="Confirm that it is you"
      centered
      // Locking writes a style into the page, which its policy forbids.
      lockScroll={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {way === "sign-in" ? <SignInAgain provider={provider} mailLink={mailLink} /> : <ProofForm way={way} {...form} />}
    </Modal>
  );
}

function ProofForm({ way, confirm, onConfirmed, onCancel }: ProofFormProps) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const outcome = await confirm({ present: field("present") });
      if (!outcome.ok) return outcome;
      onConfirmed();
      return null;
    },
  });
  return (
    <form {...form}>
      <Stack gap="md">
        <p>This takes more than being signed in. For ten minutes you are not asked again.</p>
        <TextInput
          label={way === "password" ? "Present password" : "Code of your authenticator"}
          description={way === "password" ? undefined : "6 digits, or a recovery code"}
          name="present"
          type="password"
          autoComplete={way === "password" ? "current-password" : "one-time-code"}
          data-autofocus
          error={faultOf("present")}
        />
        <FormFault message={faultOf("form")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button {...button}>Confirm</Button>
        </Group>
      </Stack>
    </form>
  );
}
