/** Bytes of a WebAssembly module, part within part: so a part is put into a greater one without a copy. */
export type Bytes = readonly (number | Uint8Array | Bytes)[];

/** Puts parts one after the other. */
class Line {
  private bytes = new Uint8Array(256);
  private length = 0;

  private room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const bytes = new Uint8Array(2 * (this.length + more));
    bytes.set(this.bytes);
    this.bytes = bytes;
  }

  put(parts: Bytes): this {
    for (const part of parts) {
      if (typeof part === "number") {
        this.room(1);
        this.bytes[this.length++] = part;
      } else if (part instanceof Uint8Array) {
        this.room(part.length);
        this.bytes.set(part, this.length);
        this.length += part.length;
      } else this.put(part);
    }
    return this;
  }

  get whole(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** An unsigned integer in as few groups of seven bits as it takes (LEB128). */
export function unsigned(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  do {
    const group = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? group + 128 : group);
  } while (rest > 0);
  return bytes;
}

/** A signed 32-bit integer in groups of seven bits. */
export function signed(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const group = rest & 0x7f;
    rest >>= 7;
    const isDone = (rest === 0 && (group & 0x40) === 0) || (rest === -1 && (group & 0x40) !== 0);
    bytes.push(isDone ? group : group | 0x80);
    if (isDone) return bytes;
  }
}

const vectorOf = (items: readonly Bytes[]): Bytes => [unsigned(items.length), ...items];
const sized = (content: Bytes): Bytes => {
  const bytes = new Line().put(content).whole;
  return [unsigned(bytes.length), bytes];
};
const section = (id: number, content: Bytes): Bytes => [id, sized(content)];
const name = (text: string): Bytes => sized([...text].map((letter) => letter.charCodeAt(0)));

export const types = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

export interface Signature {
  readonly params: readonly ValueType[];
  readonly result?: ValueType;
}

export interface FunctionBody extends Signature {
  /** Beside the parameters. */
  readonly locals: readonly ValueType[];
  readonly code: Bytes;
}

const end = 0x0b;

/**
 * A module of functions over the memory that is imported as "m" "m" (WebAssembly core specification, 5). Functions are
 * numbered from the imported ones on, which are "m" "0", "1" …
 *
 * @param exported by their numbers, which are their names too
 */
export function moduleOf(
  imported: readonly Signature[],
  functions: readonly FunctionBody[],
  exported: readonly number[],
): Uint8Array<ArrayBuffer> {
  const typeList = (list: readonly ValueType[]): Bytes => vectorOf(list.map((type) => [types[type]]));
  const typeOf = ({ params, result }: Signature): Bytes => [0x60, typeList(params), typeList(result ? [result] : [])];
  const body = ({ locals, code }: FunctionBody): Bytes =>
    sized([vectorOf(locals.map((type) => [1, types[type]])), code, end]);
  const imports = imported.map((_, i) => [name("m"), name(`${i}`), 0x00, unsigned(i)]);
  return new Line().put([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // A type of its own for each function.
    section(1, vectorOf([...imported, ...functions].map(typeOf))),
    section(2, vectorOf([[name("m"), name("m"), 0x02, 0x00, 1], ...imports])),
    section(3, vectorOf(functions.map((_, i) => unsigned(imported.length + i)))),
    section(7, vectorOf(exported.map((i) => [name(`${i}`), 0x00, unsigned(i)]))),
    section(10, vectorOf(functions.map(body))),
  ]).whole;
}
