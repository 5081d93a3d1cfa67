/** What the web process tells the process that started it, once: that it listens, or why it cannot. */
export type StartMessage = { ready: true } | { cannotListen: { code?: string | undefined; message: string } };

/** What the process that started it asks of it every hour, and what it answers. */
export type LookQuestion = { lookAt: "decisions" };
export type LookAnswer = { decisions: number } | { failed: string };
