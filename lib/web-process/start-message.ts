/** What the web process tells the process that started it, once: that it listens, or why it cannot. */
export type StartMessage = { ready: true } | { cannotListen: { code?: string | undefined; message: string } };
