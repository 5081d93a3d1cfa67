/** What events are sorted under, each by what its action begins with. */
export const auditKinds = {
  models: { label: "Models and scenarios", begins: ["model.", "scenario."] },
  sharing: { label: "Shares, invitations and links", begins: ["share.", "invitation.", "link.", "copy."] },
  decisions: { label: "Decisions", begins: ["decision."] },
  figures: { label: "Organisation's figures", begins: ["figure."] },
  members: { label: "Organisation and members", begins: ["organisation.", "member.", "membership."] },
  account: {
    label: "Signing in",
    begins: ["sign-in.", "session.", "password.", "address.", "two-factor."],
  },
  comments: { label: "Comments", begins: ["comment."] },
  tokens: { label: "API tokens", begins: ["token."] },
} as const;
export type AuditKind = keyof typeof auditKinds;
