import { Button } from "@mantine/core";
import account from "@/app/_components/account/account.module.css";
import { CopyButton } from "@/app/_components/ui/copying/copy-button";
import { Notice } from "@/app/_components/ui/notice";

/** New recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onStored }: { codes: string[]; onStored: () => void }) {
  return (
    <Notice tone="look" title="Save these recovery codes now">
      <p className={account.prose}>
        Each code signs you in once without your authenticator. They are not shown again: print them, or store them with
        your passwords.
      </p>
      <ul className={account.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={account.buttons}>
        <CopyButton text={codes.join("\n")} label="Copy all" />
        <Button onClick={onStored}>I have saved them</Button>
      </div>
    </Notice>
  );
}
