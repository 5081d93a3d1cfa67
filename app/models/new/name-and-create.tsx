import { Button, TextInput } from "@mantine/core";
import type { useAction } from "@/app/_components/ui/action/use-action";
import { Notice } from "@/app/_components/ui/notice";
import type { MadeModel } from "@/lib/draft/figures/begin-with-figures";
import { MadeNotice } from "./made-model";

interface NameAndCreateProps extends Pick<ReturnType<typeof useAction>, "button" | "faults" | "faultOf"> {
  name: string;
  /** What the model is called where no name is typed. */
  suggestion: string;
  isDisabled?: boolean;
  onName: (name: string) => void;
  /** The model that was made, where it did not take all that its organisation states. */
  made: MadeModel | null;
}

/** The name of a model that is to be made, what was refused, and the button that makes it. */
export function NameAndCreate(props: NameAndCreateProps) {
  const { name, suggestion, isDisabled = false, onName, button, faults, faultOf, made } = props;
  if (made !== null) return <MadeNotice made={made} />;
  return (
    <>
      <TextInput
        label="Name"
        name="name"
        description="What you call the service"
        placeholder={suggestion}
        value={name}
        maxLength={300}
        autoComplete="off"
        error={faultOf("name")}
        disabled={isDisabled}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      {faults
        .filter(({ key }) => key !== "name")
        .map(({ key, message }) => (
          <Notice key={key} tone="wrong">
            <p>{message}</p>
          </Notice>
        ))}
      <div>
        <Button {...button}>Create the model</Button>
      </div>
    </>
  );
}
