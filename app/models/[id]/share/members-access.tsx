import styles from "./share.module.css";

/** What the organisation's members may do with the model without being named. */
export function MembersAccess({ organisationName, isPrivate }: { organisationName: string; isPrivate: boolean }) {
  return (
    <p className={styles.hint}>
      {isPrivate
        ? `This model is private: members of ${organisationName} see it only where they are named above.`
        : `Every member of ${organisationName} can read this model and comment on it. Viewers read comments and write none.`}
    </p>
  );
}
