"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import type { Outcome } from "@/lib/outcome";
import { Part } from "./part";
import styles from "./record.module.css";

type Answer = "approved" | "rejected" | "withdrawn";

interface AnswerFormProps {
  modelId: string;
  number: number;
  /** Of the document that this page shows: the answer is to it and no other. */
  digest: string;
  answer: (modelId: string, given: { number: number; answer: Answer; digest: string }) => Promise<Outcome>;
}

function useAnswer({ modelId, number, digest, answer }: AnswerFormProps) {
  const { run, isPending, fault } = useAction();
  const isMounted = useIsMounted();
  const give = (given: Answer) => () => run(() => answer(modelId, { number, answer: given, digest }));
  return { give, isPending, isMounted, fault };
}

/** For who has proposed a decision that nobody has approved yet. */
export function WithdrawForm(props: AnswerFormProps) {
  const { give, isPending, isMounted, fault } = useAnswer(props);
  return (
    <Part title="You have proposed this decision">
      <p className={styles.hint}>
        Until one of those who are asked approves it, you can withdraw it. Its record then stays as a withdrawn
        proposal, and they are told.
      </p>
      <div className={styles.actions}>
        <Button variant="default" disabled={!isMounted} loading={isPending} onClick={give("withdrawn")}>
          Withdraw it
        </Button>
      </div>
      <FormFault message={fault} />
    </Part>
  );
}

/** For an approver who has not answered. */
export function AnswerForm(props: AnswerFormProps) {
  const { digest } = props;
  const { give, isPending, isMounted, fault } = useAnswer(props);
  return (
    <Part title="You are asked to approve this decision">
      <p className={styles.hint}>
        Your answer is to the document that stands here, whose SHA-256 begins with {digest.slice(0, 8)}. It is kept with
        your name, the time and how you signed in, and cannot be taken back.
      </p>
      <div className={styles.actions}>
        <Button disabled={!isMounted} loading={isPending} onClick={give("approved")}>
          Approve
        </Button>
        <Button variant="default" disabled={!isMounted || isPending} onClick={give("rejected")}>
          Reject
        </Button>
      </div>
      <FormFault message={fault} />
    </Part>
  );
}
