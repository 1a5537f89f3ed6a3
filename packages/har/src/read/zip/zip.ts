import { HarReadError } from '../../notes/har-read-error.ts';
import { SNIFF_BYTES, sniff } from '../../sniff/sniff.ts';
import type { ByteSource } from '../../source/byte-source.ts';
import { InflationGuard } from '../limits.ts';
import type { Opened, ReadContext, Reader } from '../reader.ts';
import { convertSessions } from '../saz/convert-sessions.ts';
import { findSessions } from '../saz/session-files.ts';
import { openArchive } from './archive.ts';
import { readMember, readMemberBytes, type ZipMember } from './member.ts';

/** A zip of logs can hold thousands of files; a capture is among the first by name or not expected at all. */
const MAX_CANDIDATES = 2000;
/** Playwright's bodies; V8 takes no longer string anyhow. */
const MAX_ATTACHED_BYTES = 512 * 1024 * 1024;

/**
 * Zip archives: Fiddler's session archives (SAZ) are converted; of others the first capture by name is
 * opened, or the one that was asked for. Bodies beside it stay reachable by name (Playwright).
 */
export const zip: Reader = {
  id: 'zip',
  async open(outer, _offset, context) {
    const archive = await openArchive(outer, context);
    const sessions = findSessions(archive.members);
    if (sessions.length > 0) {
      return {
        source: await convertSessions(outer, archive, sessions, context),
        needsOuter: false,
        format: 'saz',
      };
    }
    const captures = await findCaptures(outer, archive.members, context);
    const chosen = choose(captures, context.member);
    const otherMembers = captures.filter((capture) => capture !== chosen).map((capture) => capture.name);
    if (otherMembers.length > 0 && context.member === undefined) {
      context.note({
        code: 'zip/several-captures',
        path: chosen.name,
        found: `${captures.length} captures in one archive`,
        assumed: 'the first by name',
      });
    }
    return {
      source: await extract(outer, chosen, context),
      needsOuter: true,
      member: chosen.name,
      otherMembers,
      openAttached: attachedOpener(outer, archive.members, chosen, context),
    };
  },
};

/** The captures of an archive, best first: HARs, else containers that may hold one, else any JSON. */
async function findCaptures(
  archive: ByteSource,
  members: readonly ZipMember[],
  context: ReadContext,
): Promise<ZipMember[]> {
  const ranked: { readonly member: ZipMember; readonly rank: number }[] = [];
  const byName = members
    .filter((member) => member.sizeBytes > 0 && !isLeftOver(member.name))
    .sort((a, b) => Number(!namesCapture(a)) - Number(!namesCapture(b)) || compareNames(a, b));
  for (const member of byName.slice(0, MAX_CANDIDATES)) {
    const { bytes } = await readMemberBytes(archive, member, context, SNIFF_BYTES);
    const rank = rankOf(bytes, member);
    if (rank !== undefined) ranked.push({ member, rank });
  }
  const best = Math.min(...ranked.map(({ rank }) => rank));
  // Other JSON is only opened where there is nothing better, and never offered beside a HAR.
  return ranked
    .filter(({ rank }) => rank === best || (rank < JSON_OF_ANY_KIND && best < JSON_OF_ANY_KIND))
    .sort((a, b) => a.rank - b.rank || compareNames(a.member, b.member))
    .map(({ member }) => member);
}

const HAR = 0;
const CONTAINER = 1;
const JSON_OF_ANY_KIND = 2;

function rankOf(head: Uint8Array, member: ZipMember): number | undefined {
  const { kind } = sniff(head, member.sizeBytes);
  if (kind === 'empty' || kind === 'other') return undefined;
  if (kind === 'gzip' || kind === 'zlib' || kind === 'zip' || kind === 'base64') return CONTAINER;
  // UTF-16 shows its letters between zero bytes.
  const text = new TextDecoder().decode(head).replaceAll('\0', '');
  return namesCapture(member) || /"log"\s*:\s*\{|"startedDateTime"\s*:/.test(text) ? HAR : JSON_OF_ANY_KIND;
}

/** Used for order only. */
function namesCapture(member: ZipMember): boolean {
  return /\.(har|saz|zhar)\b/i.test(member.name);
}

function compareNames(a: ZipMember, b: ZipMember): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** What macOS adds to archives beside each file. */
function isLeftOver(name: string): boolean {
  return name.startsWith('__MACOSX/') || name.endsWith('.DS_Store');
}

function choose(captures: readonly ZipMember[], asked: string | undefined): ZipMember {
  const chosen = asked === undefined ? captures[0] : captures.find((capture) => capture.name === asked);
  if (chosen !== undefined) return chosen;
  if (asked !== undefined && captures.length > 0) {
    throw new HarReadError('har/not-a-capture', 'The archive has no capture of that name.', {
      nextStep: `It has: ${captures
        .slice(0, 20)
        .map((capture) => capture.name)
        .join(', ')}.`,
    });
  }
  throw new HarReadError('har/not-a-capture', 'This is a zip archive without a capture in it.', {
    nextStep: 'A capture is a .har or .saz file. Export one and try again.',
  });
}

async function extract(archive: ByteSource, member: ZipMember, context: ReadContext): Promise<ByteSource> {
  const spool = context.spool(member.sizeBytes);
  try {
    const { trouble, inflatedBytes } = await readMember(archive, member, context, async (bytes) => {
      await spool.write(bytes);
      return true;
    });
    if (trouble !== undefined) {
      context.note({
        code: 'zip/member-damaged',
        path: member.name,
        found: trouble === 'checksum' ? 'bytes with another checksum' : `data that is ${trouble}`,
        assumed: `the ${inflatedBytes} of ${member.sizeBytes} bytes that unfold`,
      });
    }
    return await spool.finish();
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** Playwright writes the bodies beside `har.har` and names them in `_file`. */
function attachedOpener(
  archive: ByteSource,
  members: readonly ZipMember[],
  chosen: ZipMember,
  context: ReadContext,
): NonNullable<Opened['openAttached']> {
  const folder = chosen.name.slice(0, chosen.name.lastIndexOf('/') + 1);
  const byName = new Map(members.map((member) => [member.name, member]));
  return async (name) => {
    const member = byName.get(folder + name);
    if (member === undefined || member === chosen) return undefined;
    // A body may be read any number of times, long after the capture was opened: neither what was unfolded until
    // then nor the signal that could stop the opening counts here.
    const guard = new InflationGuard(context.guard.limits, archive.sizeBytes);
    const own = { ...context, guard, signal: undefined };
    return (await readMemberBytes(archive, member, own, MAX_ATTACHED_BYTES)).bytes;
  };
}
