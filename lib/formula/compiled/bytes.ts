/** Bytes of a WebAssembly module. */
export type Bytes = readonly number[];

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

const vectorOf = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];
const sized = (content: Bytes): Bytes => [...unsigned(content.length), ...content];
const section = (id: number, content: Bytes): Bytes => [id, ...sized(content)];
const name = (text: string): Bytes => sized([...text].map((letter) => letter.charCodeAt(0)));

/** A function without arguments or result; its locals are one 32-bit integer, the first, and vectors. */
export interface FunctionBody {
  readonly vectors: number;
  readonly code: Bytes;
}

const [i32, v128] = [0x7f, 0x7b];
const end = 0x0b;

/**
 * A module of functions, exported as "0", "1" …, over the memory that is imported as "m" "m" (WebAssembly core
 * specification, 5).
 */
export function moduleOf(functions: readonly FunctionBody[]): Uint8Array<ArrayBuffer> {
  const body = ({ vectors, code }: FunctionBody): Bytes =>
    sized([
      ...vectorOf([
        [1, i32],
        [...unsigned(vectors), v128],
      ]),
      ...code,
      end,
    ]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vectorOf([[0x60, 0, 0]])),
    ...section(2, vectorOf([[...name("m"), ...name("m"), 0x02, 0x00, 1]])),
    ...section(3, vectorOf(functions.map(() => [0]))),
    ...section(7, vectorOf(functions.map((_, i) => [...name(`${i}`), 0x00, ...unsigned(i)]))),
    ...section(10, vectorOf(functions.map(body))),
  ]);
}
