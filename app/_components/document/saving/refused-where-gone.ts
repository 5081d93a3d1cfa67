/** What is no longer there, or no longer shared, answers 404: trying again would not help. @throws any other error */
export function refusedWhereGone(error: unknown): { kind: "refused"; message: string } {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (!digest.endsWith(";404")) throw error;
  return { kind: "refused", message: "this model is gone or no longer shared with you." };
}
