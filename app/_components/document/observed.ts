/** A value that pages show and that changes by itself. Each change makes another object and calls the listeners. */
export abstract class Observed<T extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(public now: T) {}

  /** @returns what ends that */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  protected show(part: Partial<T>): void {
    this.now = { ...this.now, ...part };
    for (const listener of this.listeners) listener();
  }
}
