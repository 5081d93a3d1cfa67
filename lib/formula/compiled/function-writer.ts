import type { Bytes, FunctionBody, Signature, ValueType } from "./bytes";
import { local, setLocal } from "./scalar";

/** Writes a function from its first instruction to its last. */
export class FunctionWriter {
  private readonly locals: ValueType[] = [];
  private code: number[] = [];

  constructor(private readonly signature: Signature) {}

  parameter(place: number): Bytes {
    return local(place);
  }

  /** A new local, by its number. */
  local(type: ValueType): number {
    return this.signature.params.length + this.locals.push(type) - 1;
  }

  /** Keeps a value in a new local, and gives what reads it. */
  keep(type: ValueType, value: Bytes): Bytes {
    const place = this.local(type);
    this.add(setLocal(place, value));
    return local(place);
  }

  add(code: Bytes): void {
    for (const byte of code) this.code.push(byte);
  }

  /** What a part of the function comes to, apart from the rest: the body of a loop. */
  apart(write: () => void): Bytes {
    const before = this.code;
    this.code = [];
    write();
    const code = this.code;
    this.code = before;
    return code;
  }

  get body(): FunctionBody {
    return { ...this.signature, locals: this.locals, code: this.code };
  }
}
