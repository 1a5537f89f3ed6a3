import type { RawLog } from '../capture.ts';
import { isJsonObject } from '../entry/raw-object.ts';
import type { MemberRange } from '../scan/entry-recorder.ts';
import type { HarScan } from '../scan/index-har.ts';
import { parseLenientJson } from '../scan/lenient-json.ts';
import type { ByteSource } from '../source/byte-source.ts';

/** One member beside the entries larger than this is left in the file (`pages` of 100,000 pages are 30 MB). */
const maxMemberBytes = 64 * 1024 * 1024;

/**
 * Reads the members beside the entries by their ranges, or out of the damaged beginning that the scan
 * read leniently. A capture without `log` has its members at the root; a bare array or entry has none.
 */
export async function readLogMembers(
  source: ByteSource,
  scan: Pick<HarScan, 'shape' | 'members' | 'head'>,
): Promise<RawLog> {
  if (scan.shape === 'array' || scan.shape === 'entry') return { log: {}, root: {} };
  const head = isJsonObject(scan.head) ? scan.head : {};
  const log = new Map<string, unknown>(isJsonObject(head.log) ? Object.entries(head.log) : []);
  const root = new Map<string, unknown>(Object.entries(head));
  for (const member of scan.members) {
    if (member.end - member.start > maxMemberBytes) continue;
    const value = await readMember(source, member);
    (member.inLog || scan.shape === 'entries' ? log : root).set(member.key, value);
  }
  // Whatever a damaged beginning was taken for: no `entries` is a member, as in a sound file.
  log.delete('entries');
  root.delete('entries');
  root.delete('log');
  return { log: Object.fromEntries(log), root: Object.fromEntries(root) };
}

async function readMember(source: ByteSource, { start, end }: MemberRange): Promise<unknown> {
  const bytes = await source.read(start, end - start);
  try {
    return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  } catch {
    return parseLenientJson(bytes).value;
  }
}
