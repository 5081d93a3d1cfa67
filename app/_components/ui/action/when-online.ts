/**
 * Loads a part of a page; where there is no connection just now, once there is one again. What is typed must not go because a chart's
 * program could not be fetched.
 */
export async function whenOnline<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (navigator.onLine) throw error;
      await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
    }
  }
}
