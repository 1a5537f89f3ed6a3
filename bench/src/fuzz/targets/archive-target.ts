import { gunzipSync, gzipSync } from 'node:zlib';
import { HarReadError } from '@harrier/har';
import { unzipSync, zipSync } from 'fflate';
import type { Random } from '../../generate/random.ts';
import { mutated } from '../mutate.ts';
import type { FuzzTarget } from '../target.ts';
import { opened } from './har-target.ts';
import { HAR_WORDS } from './har-words.ts';
import { wrappedCaptures } from './wrapped-captures.ts';

/** So that a bomb of a quarter of a megabyte would be seen and not met. */
const limits = { maxInflatedBytes: 64 * 1024 * 1024 };

const ARCHIVE_WORDS = [
  ...HAR_WORDS.slice(0, 8),
  'PK\u0001\u0002',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'PK\u0006\u0006',
  'PK\u0007\u0008',
  'raw/1_c.txt',
  'raw/1_s.txt',
  'raw/1_m.xml',
  'raw/1_w.txt',
  '../../',
  'GET https://example.com/ HTTP/1.1\r\n',
  'HTTP/1.1 200 OK\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Content-Encoding: gzip\r\n',
  'Content-Encoding: br\r\n',
  'Content-Length: 4294967296\r\n',
  'ffffffff\r\n',
  '<SessionFlag N="x-clientport" V="',
  '<SessionTimers ',
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
  '0001-01-01T00:00:00',
];

/** Zips, Fiddler's archives, gzip, zlib, base64, UTF-16: whatever a capture comes packed in. */
export const archiveTarget: FuzzTarget = {
  name: 'archive',
  summary: 'a packed capture opens or says why not, in bounded memory',
  seeds: async () => wrappedCaptures(),
  words: ARCHIVE_WORDS,
  mostBytes: 64 * 1024,
  reshape: repacked,
  async run(input) {
    const capture = await opened(input, { limits });
    if (capture instanceof HarReadError) return;
    for (let row = 0; row < Math.min(50, capture.index.length); row++) {
      await capture.openEntry(row);
      await capture.openBody(row, 'request');
      await capture.openBody(row, 'response');
    }
    await capture.close();
  },
};

/** Changes what is inside and packs it again, so that checksums and sizes are right. */
function repacked(input: Uint8Array, random: Random): Uint8Array | undefined {
  const change = (bytes: Uint8Array): Uint8Array =>
    mutated([bytes], { words: ARCHIVE_WORDS, mostBytes: 64 * 1024 }, random);
  try {
    if (input[0] === 0x1f) return gzipSync(change(gunzipSync(input, { maxOutputLength: 1 << 22 })));
    if (input[0] !== 0x50) return undefined;
    const members = Object.entries(
      unzipSync(input, { filter: ({ originalSize }) => originalSize < 1 << 22 }),
    );
    if (members.length === 0) return undefined;
    const chosen = random.integer(0, members.length - 1);
    const packed = members.map(([name, bytes], at) => [name, at === chosen ? change(bytes) : bytes] as const);
    if (random.chance(0.1)) packed.splice(chosen, 1);
    if (random.chance(0.1)) packed.push([random.pick(ARCHIVE_WORDS), random.pick(members)[1]]);
    return zipSync(Object.fromEntries(packed), { level: random.pick([0, 6] as const) });
  } catch {
    return undefined;
  }
}
