import type { FileEntry } from '@zip.js/zip.js';
import { Inflate } from 'fflate';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';
import { joinBytes } from '../../source/join-bytes.ts';
import { subSource } from '../../source/sub-source.ts';
import { crc32 } from '../gzip/checksum.ts';
import type { ReadContext } from '../reader.ts';
import { damaged } from './archive.ts';

/** One file of a zip, as the directory describes it. */
export interface ZipMember {
  /** With `/` between folders. Never a path on disk. */
  readonly name: string;
  /** Of its local header, in the archive. */
  readonly offset: number;
  readonly packedBytes: number;
  /** Declared; what comes out is counted. Infinity where a cut archive does not say. */
  readonly sizeBytes: number;
  /** 0 stored, 8 deflated; others through zip.js. */
  readonly method: number;
  /** Declared CRC-32 of the inflated bytes. */
  readonly checksum: number;
  readonly isEncrypted: boolean;
  /** zip.js's own object, for protected members and rare compressions. */
  readonly entry?: FileEntry;
}

/** Why a member did not come out whole. */
export type MemberTrouble = 'cut' | 'damaged' | 'checksum';

export interface MemberRead {
  readonly inflatedBytes: number;
  readonly trouble?: MemberTrouble;
}

// See gzip.ts: small enough that damage costs little and a bomb is caught early.
const PIECE_BYTES = 16 * 1024;
const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_MARK = 0x04034b50;

/**
 * Unfolds a member piece by piece into `take`, which answers `false` when it has enough. What comes
 * before damage is delivered; the trouble is in the result. Errors: `har/password-needed`,
 * `har/password-wrong`, `har/archive-limit` (ratio, total, or more bytes than declared), and
 * `har/archive-damaged` where the member cannot be found at all.
 */
export async function readMember(
  archive: ByteSource,
  member: ZipMember,
  context: ReadContext,
  take: (bytes: Uint8Array) => boolean | Promise<boolean>,
): Promise<MemberRead> {
  let inflatedBytes = 0;
  let sum = 0;
  const deliver = async (bytes: Uint8Array, packedBytes: number): Promise<boolean> => {
    inflatedBytes += bytes.length;
    context.guard.count(bytes.length, inflatedBytes, packedBytes, 'a member of the archive');
    if (inflatedBytes > member.sizeBytes)
      throw damaged('A member of the archive holds more than it declares.');
    sum = crc32(bytes, sum);
    return await take(bytes);
  };
  const end =
    member.entry === undefined
      ? await readPlain(archive, member, context, deliver)
      : await readWithZipJs(member.entry, member, context, deliver);
  if (end === 'stopped') return { inflatedBytes };
  if (end !== 'whole') return { inflatedBytes, trouble: end };
  if (inflatedBytes < member.sizeBytes) return { inflatedBytes, trouble: 'cut' };
  // AES archives (AE-2) declare 0 and carry a stronger check, which zip.js made.
  if (member.entry === undefined && sum !== member.checksum) return { inflatedBytes, trouble: 'checksum' };
  return { inflatedBytes };
}

/** A member as one array of at most `maxBytes`; `isWhole` is false where something is missing. */
export async function readMemberBytes(
  archive: ByteSource,
  member: ZipMember,
  context: ReadContext,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean; readonly trouble?: MemberTrouble }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const read = await readMember(archive, member, context, (bytes) => {
    const piece = bytes.subarray(0, maxBytes - length);
    pieces.push(piece.slice());
    length += piece.length;
    return length < maxBytes;
  });
  const bytes = pieces.length === 1 ? (pieces[0] as Uint8Array) : joinBytes(pieces);
  const isWhole = read.trouble === undefined && length === member.sizeBytes;
  return { bytes, isWhole, ...(read.trouble === undefined ? {} : { trouble: read.trouble }) };
}

type Deliver = (bytes: Uint8Array, packedBytes: number) => Promise<boolean>;
type End = 'whole' | 'stopped' | MemberTrouble;

async function readPlain(
  archive: ByteSource,
  member: ZipMember,
  context: ReadContext,
  deliver: Deliver,
): Promise<End> {
  const header = await archive.read(member.offset, LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER_MARK) {
    throw damaged('A member of the archive is not where its directory says.');
  }
  const start = member.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = subSource(archive, start, member.packedBytes);
  const fresh: Uint8Array[] = [];
  const inflater = new Inflate((bytes) => fresh.push(bytes));
  let packedBytes = 0;
  for await (const piece of packed.stream(PIECE_BYTES, context.signal)) {
    throwIfCancelled(context.signal);
    packedBytes += piece.length;
    let isBroken = false;
    if (member.method === 0) fresh.push(piece);
    else isBroken = !pushes(inflater, piece.slice());
    for (const bytes of fresh.splice(0)) {
      if (!(await deliver(bytes, packedBytes))) return 'stopped';
    }
    if (isBroken) return 'damaged';
  }
  return packedBytes < member.packedBytes ? 'cut' : 'whole';
}

function pushes(inflater: Inflate, piece: Uint8Array): boolean {
  try {
    inflater.push(piece);
    return true;
  } catch {
    return false;
  }
}

async function readWithZipJs(
  entry: FileEntry,
  member: ZipMember,
  context: ReadContext,
  deliver: Deliver,
): Promise<End> {
  if (member.isEncrypted && !context.password) {
    throw new HarReadError('har/password-needed', 'The archive is protected with a password.', {
      nextStep: 'Ask whoever saved it for the password.',
    });
  }
  let failure: unknown;
  let hasEnough = false;
  const sink = new WritableStream<Uint8Array>({
    async write(bytes) {
      try {
        if (await deliver(bytes, member.packedBytes)) return;
        hasEnough = true;
      } catch (error) {
        failure = error;
      }
      throw new Error('stop');
    },
  });
  try {
    await entry.getData(sink, {
      useWebWorkers: false,
      checkSignature: true,
      ...(context.password === undefined ? {} : { password: context.password }),
      ...(context.signal === undefined ? {} : { signal: context.signal }),
    });
    return 'whole';
  } catch (error) {
    if (hasEnough) return 'stopped';
    if (failure !== undefined) throw failure;
    throwIfCancelled(context.signal);
    return troubleOf(error, member);
  }
}

/** zip.js tells its errors apart by their message alone. */
function troubleOf(error: unknown, member: ZipMember): MemberTrouble {
  const message = error instanceof Error ? error.message : '';
  // ZipCrypto checks one byte only: one wrong password in 256 gets through and gives garbage.
  if (message === 'Invalid password' || (member.isEncrypted && member.method !== 99 && isGarbage(message))) {
    throw new HarReadError('har/password-wrong', 'The password does not open the archive.', {
      nextStep: 'Check capital letters and the keyboard layout, and try again.',
    });
  }
  if (message === 'Compression method not supported') {
    throw damaged(
      `A member of the archive is compressed in a way that is not read (method ${member.method}).`,
      error,
    );
  }
  return message === 'Invalid CRC32' ? 'checksum' : 'damaged';
}

function isGarbage(message: string): boolean {
  return ['Invalid CRC32', 'Invalid compressed data', 'Invalid uncompressed size'].includes(message);
}
