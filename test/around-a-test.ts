// What Next.js has around a request, and a test has not.

/** The cookies that a browser would keep. */
export const jar = new Map<string, string>();

/** In the place of next/headers. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers(),
};

/** What is done after the answer; a test runs it when it wants to see it done. */
export const later: (() => Promise<void>)[] = [];

/** In the place of next/server. */
export const nextServer = { after: (work: () => Promise<void>) => later.push(work) };

export function forgetAround(): void {
  jar.clear();
  later.length = 0;
}
