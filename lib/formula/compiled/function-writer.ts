import type { Bytes, FunctionBody, Signature, ValueType } from "./bytes";
import { addIntegers, integer, local, repeat, setLocal } from "./scalar";
import * as vector from "./vector";

/** Writes a function from its first instruction to its last. */
export class FunctionWriter {
  private readonly locals: ValueType[] = [];
  private code: Bytes[] = [];

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
    this.code.push(code);
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

const bytesPerPair = 16;

/** Copies rows of pairs. Parameters: to, from, how far one is from the next there, how many bytes are filled. */
export function copyCode(): FunctionWriter {
  const w = new FunctionWriter({ params: ["i32", "i32", "i32", "i32"] });
  const [at, from] = [w.local("i32"), w.local("i32")];
  w.add(setLocal(from, local(1)));
  const body = [
    vector.store(addIntegers(local(0), local(at)), 0, vector.load(local(from), 0)),
    setLocal(from, addIntegers(local(from), local(2))),
  ];
  w.add(repeat(at, integer(0), local(3), bytesPerPair, body));
  return w;
}
