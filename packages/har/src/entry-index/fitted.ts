/** ES2024: `transfer` moves bytes into memory of another size and frees the old one at once, without waiting for a collector. */
type Movable = ArrayBuffer & { transfer?(sizeBytes: number): ArrayBuffer };

type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/**
 * The first `length` numbers of an array that grew by doubling, in memory of that size; the array itself is empty afterwards. Where
 * the runtime cannot do that (Node before 21), it stays as it is: a copy would leave the larger one to the collector.
 */
export function fitted<A extends Numbers>(array: A, length: number): A {
  const buffer = array.buffer as Movable;
  if (buffer.transfer === undefined || array.length <= length) return array;
  const Kind = array.constructor as new (buffer: ArrayBuffer) => A;
  return new Kind(buffer.transfer(length * array.BYTES_PER_ELEMENT));
}
