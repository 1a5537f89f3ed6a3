import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';
import { limitError } from '../limits.ts';
import type { ReadContext } from '../reader.ts';
import type { ZipMember } from './member.ts';
import { safeMemberName } from './member-name.ts';

const PIECE_BYTES = 1024 * 1024;
const HEADER_BYTES = 30;
const HEADER_MARK = 0x04034b50;
const DESCRIPTOR_MARK = 0x08074b50;
/** Mark, checksum, packed and inflated size. */
const DESCRIPTOR_BYTES = 16;
const ENCRYPTED = 1;
const HAS_DESCRIPTOR = 8;

/**
 * The members of a zip that was cut before its directory, which stands at the end: found by their local
 * headers. Protected members are left out. The last one is usually cut, and read as far as it goes.
 */
export async function salvageMembers(source: ByteSource, context: ReadContext): Promise<ZipMember[]> {
  const { maxMembers } = context.guard.limits;
  const offsets = await findHeaders(source, context);
  const members: ZipMember[] = [];
  let end = 0;
  for (const [at, offset] of offsets.entries()) {
    // A mark inside the member before: a zip that was stored in this one.
    if (offset < end) continue;
    const member = await readHeader(source, offset, offsets[at + 1] ?? source.sizeBytes);
    if (member === undefined) continue;
    if (members.length >= maxMembers) throw limitError(`the archive has more than ${maxMembers} members`);
    end = member.dataStart + member.packedBytes;
    if (!member.name.endsWith('/') && !member.isEncrypted) members.push(member);
  }
  return members;
}

/** Every place that looks like a local header. */
async function findHeaders(source: ByteSource, context: ReadContext): Promise<number[]> {
  const offsets: number[] = [];
  for (let start = 0; start < source.sizeBytes; start += PIECE_BYTES) {
    throwIfCancelled(context.signal);
    // Three bytes more, for a mark across the border.
    const piece = await source.read(start, PIECE_BYTES + 3);
    for (let at = piece.indexOf(0x50); at >= 0 && at < PIECE_BYTES; at = piece.indexOf(0x50, at + 1)) {
      if (piece[at + 1] === 0x4b && piece[at + 2] === 0x03 && piece[at + 3] === 0x04)
        offsets.push(start + at);
    }
    if (offsets.length > context.guard.limits.maxMembers * 2)
      throw limitError('the archive has too many members');
  }
  return offsets;
}

async function readHeader(
  source: ByteSource,
  offset: number,
  nextOffset: number,
): Promise<(ZipMember & { readonly dataStart: number }) | undefined> {
  const header = await source.read(offset, HEADER_BYTES);
  if (header.length < HEADER_BYTES) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (view.getUint32(0, true) !== HEADER_MARK) return undefined;
  const nameBytes = view.getUint16(26, true);
  const dataStart = offset + HEADER_BYTES + nameBytes + view.getUint16(28, true);
  const name = safeMemberName(new TextDecoder().decode(await source.read(offset + HEADER_BYTES, nameBytes)));
  if (name === undefined || dataStart >= source.sizeBytes) return undefined;
  const flags = view.getUint16(6, true);
  const sizes =
    (flags & HAS_DESCRIPTOR) !== 0
      ? await sizesBehind(source, dataStart, nextOffset)
      : {
          checksum: view.getUint32(14, true),
          packedBytes: Math.min(view.getUint32(18, true), source.sizeBytes - dataStart),
          sizeBytes: view.getUint32(22, true),
        };
  return {
    name,
    offset,
    dataStart,
    method: view.getUint16(8, true),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    ...sizes,
  };
}

/** Writers that stream put the sizes behind the member. */
async function sizesBehind(source: ByteSource, dataStart: number, nextOffset: number) {
  const at = nextOffset - DESCRIPTOR_BYTES;
  const bytes = at < dataStart ? new Uint8Array(0) : await source.read(at, DESCRIPTOR_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length === DESCRIPTOR_BYTES && view.getUint32(0, true) === DESCRIPTOR_MARK) {
    return {
      checksum: view.getUint32(4, true),
      packedBytes: at - dataStart,
      sizeBytes: view.getUint32(12, true),
    };
  }
  return { checksum: 0, packedBytes: nextOffset - dataStart, sizeBytes: Number.POSITIVE_INFINITY };
}
