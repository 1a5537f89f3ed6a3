import { Reader as ZipBytes, ZipReader } from '@zip.js/zip.js';
import { HarReadError } from '../../notes/har-read-error.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';
import { limitError } from '../limits.ts';
import type { ReadContext } from '../reader.ts';
import type { ZipMember } from './member.ts';
import { declaredMemberCount } from './member-count.ts';
import { safeMemberName } from './member-name.ts';
import { salvageMembers } from './salvage.ts';

/** A zip's table of contents. */
export interface Archive {
  /** Without folders, in the archive's order. */
  readonly members: readonly ZipMember[];
  /** The archive's comment, in which writers name themselves. */
  readonly comment: string;
}

/** 200,000 members with usual names need 20 MB of directory; more is read into memory for nothing. */
const MAX_DIRECTORY_BYTES = 48 * 1024 * 1024;
const LOCAL_HEADER_BYTES = 30;
/** zip.js tells its errors apart by their message alone. */
const NO_DIRECTORY = 'End of central directory not found';

/**
 * Reads a zip's directory and refuses archives made to harm: too many members, names that lead out of
 * it, members that overlap (one packed piece counted many times), more declared bytes than allowed.
 * Errors: `har/archive-damaged`, `har/archive-limit`.
 */
export async function openArchive(source: ByteSource, context: ReadContext): Promise<Archive> {
  const reader = new ZipReader(new SourceBytes(source), {
    useWebWorkers: false,
    // Strictness about names and overlaps is ours, below; the rest of its checks stop at oddities that
    // real writers produce.
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  const { maxMembers, maxInflatedBytes } = context.guard.limits;
  if (((await declaredMemberCount(source)) ?? 0) > maxMembers) {
    throw limitError(`the archive has more than ${maxMembers} members`);
  }
  const members: ZipMember[] = [];
  let declaredBytes = 0;
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      throwIfCancelled(context.signal);
      if (++count > maxMembers) throw limitError(`the archive has more than ${maxMembers} members`);
      const name = safeMemberName(entry.filename);
      if (name === undefined) throw damaged('A member’s name leads out of the archive.');
      if (entry.directory) continue;
      declaredBytes += entry.uncompressedSize;
      if (declaredBytes > maxInflatedBytes) {
        throw limitError(`the archive unfolds to more than ${maxInflatedBytes} bytes`);
      }
      members.push({
        name,
        offset: entry.offset,
        packedBytes: entry.compressedSize,
        sizeBytes: entry.uncompressedSize,
        method: entry.compressionMethod,
        checksum: entry.signature ?? 0,
        isEncrypted: entry.encrypted,
        // Only a member that needs zip.js keeps its object alive: 200,000 of them would be 300 MB.
        ...(isPlain(entry) ? {} : { entry }),
      });
    }
  } catch (cause) {
    if (cause instanceof HarReadError) throw cause;
    const isCut = cause instanceof Error && cause.message === NO_DIRECTORY;
    const salvaged = isCut ? await salvageMembers(source, context) : [];
    if (salvaged.length > 0) {
      context.note({
        code: 'zip/cut',
        path: '',
        found: 'an archive that was cut before its directory',
        assumed: `the ${salvaged.length} members before the cut`,
      });
      return { members: salvaged, comment: '' };
    }
    throw damaged('The zip archive’s directory is missing or damaged.', cause);
  }
  refuseOverlaps(members, source.sizeBytes);
  return { members, comment: new TextDecoder().decode(reader.comment) };
}

/** Stored or deflated without protection: read without zip.js, ten times faster for small members. */
function isPlain(entry: { encrypted: boolean; compressionMethod: number }): boolean {
  return !entry.encrypted && (entry.compressionMethod === 0 || entry.compressionMethod === 8);
}

function refuseOverlaps(members: readonly ZipMember[], archiveBytes: number): void {
  const byOffset = [...members].sort((a, b) => a.offset - b.offset);
  for (const [at, member] of byOffset.entries()) {
    const end = member.offset + LOCAL_HEADER_BYTES + member.packedBytes;
    if (end > (byOffset[at + 1]?.offset ?? archiveBytes)) {
      throw damaged('Members of the zip archive overlap or reach beyond its end.');
    }
  }
}

/** `har/archive-damaged`. */
export function damaged(message: string, cause?: unknown): HarReadError {
  return new HarReadError('har/archive-damaged', message, {
    cause,
    nextStep: 'Download or save the archive again. If it was cut on its way, the original is needed.',
  });
}

/** Gives zip.js the archive piece by piece. */
class SourceBytes extends ZipBytes<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.sizeBytes;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > MAX_DIRECTORY_BYTES) throw limitError('the archive’s directory is too large');
    const bytes = await this.#source.read(offset, length);
    // zip.js keeps views of what it gets.
    return bytes.slice();
  }
}
