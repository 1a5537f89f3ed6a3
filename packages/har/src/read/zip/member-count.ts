import type { ByteSource } from '../../source/byte-source.ts';

const END_MARK = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const LOCATOR_MARK = 0x07064b50;
const LOCATOR_BYTES = 20;
const END_64_MARK = 0x06064b50;
const END_64_BYTES = 56;

/**
 * How many members a zip says it has, from its end record alone, so that a directory of millions is
 * refused before it is read. undefined where no end record is found.
 */
export async function declaredMemberCount(source: ByteSource): Promise<number | undefined> {
  const tailBytes = Math.min(source.sizeBytes, LOCATOR_BYTES + END_BYTES + MAX_COMMENT_BYTES);
  const tail = await viewOf(source, source.sizeBytes - tailBytes, tailBytes);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_MARK) continue;
    const locatorAt = at - LOCATOR_BYTES;
    if (locatorAt < 0 || tail.getUint32(locatorAt, true) !== LOCATOR_MARK)
      return tail.getUint16(at + 10, true);
    const end64At = Number(tail.getBigUint64(locatorAt + 8, true));
    const end64 = await viewOf(source, end64At, END_64_BYTES);
    const isFound = end64.byteLength === END_64_BYTES && end64.getUint32(0, true) === END_64_MARK;
    return isFound ? Number(end64.getBigUint64(32, true)) : tail.getUint16(at + 10, true);
  }
  return undefined;
}

async function viewOf(source: ByteSource, offset: number, length: number): Promise<DataView> {
  const bytes = offset < source.sizeBytes ? await source.read(offset, length) : new Uint8Array(0);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
