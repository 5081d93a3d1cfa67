import { Button } from "@mantine/core";
import account from "@/app/_components/account/account.module.css";
import { CopyButton } from "@/app/_components/ui/copy-button";
import { Notice } from "@/app/_components/ui/notice";

/** New recovery codes, which are shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <Notice tone="look" title="Keep these recovery codes now">
      <p className={account.prose}>
        Each signs you in once where you do not have your authenticator. They are not shown again: print them, or keep
        them where you keep passwords.
      </p>
      <ul className={account.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={account.buttons}>
        <CopyButton text={codes.join("\n")} label="Copy all" />
        <Button onClick={onKept}>I have kept them</Button>
      </div>
    </Notice>
  );
}
