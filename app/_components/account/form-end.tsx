import type { ReactNode } from "react";
import type { useAction } from "@/app/_components/ui/action/use-action";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import { FormFault } from "./form-fault";

interface FormEndProps {
  /** What is wrong with the form as a whole. */
  fault: string | undefined;
  button: ReturnType<typeof useAction>["button"];
  /** Whether the button is one of several on its page. */
  isQuiet?: boolean;
  /** What has been done by it; read out. */
  done?: string | false;
  children: ReactNode;
}

/** The end of a form: what is wrong with it, its button, and what came of it. */
export function FormEnd({ fault, button, isQuiet = false, done = false, children }: FormEndProps) {
  return (
    <>
      <FormFault message={fault} />
      <WrittenButton look={{ variant: isQuiet ? "default" : undefined, size: "sm" }} {...button}>
        {children}
      </WrittenButton>
      {done ? <p role="status">{done}</p> : null}
    </>
  );
}
