/** Something a person can put right: what is wrong and what to do about it, in one line. Shown without a stack. */
export class StartupError extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   */
  constructor(what, remedy) {
    super(`${what} ${remedy}`);
    this.name = "StartupError";
  }
}
