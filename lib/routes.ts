/** The pages of rows: machines that stand; equipment, staff and other lines; kinds of participants; what the cloud is billed. */
export const rowsParts = ["machines", "lines", "participants", "cloud-bill"] as const;
export type RowsPart = (typeof rowsParts)[number];

const partOfTable = {
  customLines: "lines",
  register: "machines",
  equipmentLines: "lines",
  staffLines: "lines",
  participantKinds: "participants",
  billLines: "cloud-bill",
} as const satisfies Record<string, RowsPart>;

/** The files that a model is exported as. */
export type ModelFile =
  | "projection.csv"
  | "years.csv"
  | "uncertainty.csv"
  | "inputs.csv"
  | "model.json"
  | "model.xlsx"
  | "report.pdf";

interface Notified {
  modelId: string;
  threadId: string | null;
  decisionNumber: number | null;
}

/** The addresses of pages, in one place. */
export const routes = {
  home: "/",
  signUp: "/sign-up",
  signIn: "/sign-in",
  /** Asks for a link by mail. */
  askSignInLink: "/sign-in/link",
  signInLink: (token: string) => `/sign-in/link/${token}`,
  /** The second step of signing in. */
  signInCode: "/sign-in/code",
  askReset: "/reset",
  reset: (token: string) => `/reset/${token}`,
  newAddress: (token: string) => `/settings/profile/address/${token}`,
  method: "/method",
  models: "/models",
  newModel: "/models/new",
  newModelFrom: (templateKey: string) => `/models/new?template=${templateKey}`,
  /** The first questions, whose answers are laid over a template, or over the defaults where its key is "". */
  firstQuestions: (templateKey: string) => `/models/new/questions${templateKey && `?template=${templateKey}`}`,
  /** Makes a model of the figures that a visitor tried on the first page. */
  keepModel: "/models/new/kept",
  signUpToKeep: "/sign-up?keep=1",
  model: (id: string) => `/models/${id}`,
  /** The model with one of its inputs opened and in focus; `key` is an input's, a figure's of an own line, or a place as a text. */
  modelInput: (id: string, key: string) => `/models/${id}?input=${encodeURIComponent(key)}`,
  assumptions: (id: string) => `/models/${id}/assumptions`,
  /** What the organisation has: a part of the assumptions that is stated in rows. */
  ownRows: (id: string, part: RowsPart) => `/models/${id}/assumptions/${part}`,
  /** A row where it is changed, in view; `place` is its place as a text. Own lines stand beside the answer too. */
  row: (id: string, table: keyof typeof partOfTable, place: string) =>
    table === "customLines"
      ? routes.modelInput(id, place)
      : `${routes.ownRows(id, partOfTable[table])}?row=${encodeURIComponent(place)}`,
  breakdown: (id: string) => `/models/${id}/breakdown`,
  decision: (id: string) => `/models/${id}/decision`,
  scenarios: (id: string) => `/models/${id}/scenarios`,
  /** The scenarios with one of them shown, and one of its inputs in focus. */
  scenarioInput: (id: string, scenarioId: string, key: string) =>
    `/models/${id}/scenarios?${new URLSearchParams({ scenario: scenarioId, input: key })}`,
  comments: (id: string) => `/models/${id}/comments`,
  /** What the comments of a model are read from. */
  threads: (id: string) => `/models/${id}/threads`,
  thread: (id: string, threadId: string) => `/models/${id}/comments?thread=${threadId}`,
  decisions: (id: string) => `/models/${id}/decisions`,
  newDecision: (id: string) => `/models/${id}/decisions/new`,
  decisionRecord: (id: string, number: number) => `/models/${id}/decisions/${number}`,
  decisionFile: (id: string, number: number, file: "record.json" | "record.pdf") =>
    `/models/${id}/decisions/${number}/${file}`,
  /** A record for anyone who holds the link. */
  linkedDecision: (token: string) => `/d/${token}`,
  linkedDecisionPdf: (token: string) => `/d/${token}/record.pdf`,
  /** Checks a record's file in the browser. */
  verify: "/verify",
  keys: "/.well-known/peerbalance-keys.json",
  /** What a notice is about. */
  notified: ({ modelId, threadId, decisionNumber }: Notified): string => {
    if (threadId !== null) return routes.thread(modelId, threadId);
    return decisionNumber === null ? routes.model(modelId) : routes.decisionRecord(modelId, decisionNumber);
  },
  notices: "/notices",
  unreadNotices: "/notices/unread",
  noticeSettings: "/settings/notices",
  history: (id: string) => `/models/${id}/history`,
  /** The stream of what happens to models, for the pages of one person; what it follows is written by followText. */
  events: (personId: string, follows: readonly string[]) =>
    `/events?${new URLSearchParams([["person", personId], ...follows.map((follow) => ["follow", follow])])}`,
  settings: "/settings",
  organisationSettings: "/settings/organisation",
  members: "/settings/members",
  tokens: "/settings/tokens",
  audit: "/settings/audit",
  organisationExport: (id: string, file: "audit.csv" | "everything.zip") => `/organisations/${id}/export/${file}`,
  profile: "/settings/profile",
  security: "/settings/security",
  apiModel: (id: string) => `/api/v1/models/${id}`,
  apiDocument: "/api/v1/openapi.json",
  /** The JSON Schema of model.json. */
  modelSchema: "/api/v1/schemas/model.json",
  share: (id: string) => `/models/${id}/share`,
  modelExport: (id: string, file: ModelFile) => `/models/${id}/export/${file}`,
  link: (token: string) => `/s/${token}`,
  linkExport: (token: string, file: ModelFile) => `/s/${token}/export/${file}`,
  invitation: (token: string) => `/invitations/${token}`,
};
