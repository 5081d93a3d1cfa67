"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import { FormFault } from "./form-fault";
import { SignInAgain, type SignInAgainProps } from "./sign-in-again";

interface ProofFormProps {
  way: "password" | "code";
  confirm: (input: { present: string }) => Promise<Outcome>;
  onConfirmed: () => void;
  onCancel: () => void;
}

export interface ConfirmationDialogProps extends SignInAgainProps, Omit<ProofFormProps, "way"> {
  isOpen: boolean;
  /** How the person can prove that it is them. */
  way: "password" | "code" | "sign-in";
}

/** Asks for the password again, for a code, or to sign in again; the action waits meanwhile. */
export function ConfirmationDialog({ isOpen, way, provider, mailLink, ...form }: ConfirmationDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={form.onCancel}
      title="Confirm that it is you"
      centered
      // Scroll locking writes an inline style, which the page's policy forbids.
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
        <p>This takes more than being signed in. You are then not asked again for ten minutes.</p>
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
