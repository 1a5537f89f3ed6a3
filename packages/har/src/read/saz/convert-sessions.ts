import type { ByteSource } from '../../source/byte-source.ts';
import { throwIfCancelled } from '../../source/cancelled.ts';
import type { ReadContext } from '../reader.ts';
import type { Archive } from '../zip/archive.ts';
import { readMemberBytes, type ZipMember } from '../zip/member.ts';
import { type ConversionState, type SessionBytes, sessionEntry } from './session-entry.ts';
import type { SessionFiles } from './session-files.ts';
import { NO_META, readSessionMeta } from './session-meta.ts';
import { Tunnels } from './tunnels.ts';
import { writeJson } from './write-json.ts';

/** A message is in memory while its session is converted; what is longer is cut, with a note. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;
/** Fiddler's own are 3 KB. */
const MAX_META_BYTES = 4 * 1024 * 1024;

const encoder = new TextEncoder();
const NO_BYTES = new Uint8Array(0);

/**
 * Converts a Fiddler archive to HAR bytes, session by session: one session's messages are in memory at a
 * time. Every session gives an entry, however little of it is there.
 */
export async function convertSessions(
  source: ByteSource,
  archive: Archive,
  sessions: readonly SessionFiles[],
  context: ReadContext,
): Promise<ByteSource> {
  const spool = context.spool(source.sizeBytes * 5);
  try {
    await spool.write(
      encoder.encode(`{"log":${JSON.stringify(logHead(archive.comment)).slice(0, -1)},"entries":[`),
    );
    const state = { tunnels: new Tunnels(), guard: context.guard, lastStarted: '' };
    for (const [index, files] of sessions.entries()) {
      throwIfCancelled(context.signal);
      const odd: ConversionState['odd'] = (code, where, found, assumed) =>
        context.note({
          code: `saz/${code}`,
          path: `/log/entries/${index}${where}`,
          found,
          assumed,
          entryIndex: index,
        });
      const session = await readSession(source, files, context, odd);
      await spool.write(encoder.encode(index === 0 ? '\n' : ',\n'));
      const shared: ConversionState = Object.assign(state, { odd });
      await writeJson(sessionEntry(session, index, shared), spool);
    }
    await spool.write(encoder.encode('\n]}}'));
    return await spool.finish();
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** Everything of `log` but the entries. The archive's comment names its writer: "Fiddler (v5.0.2…) Session Archive". */
function logHead(comment: string): object {
  const version = /\(v?(\d[\w.]*)\)|\bv(\d[\w.]*)/i.exec(comment);
  return {
    version: '1.2',
    creator: {
      name: /fiddler everywhere/i.test(comment) ? 'Fiddler Everywhere' : 'Fiddler',
      version: version?.[1] ?? version?.[2] ?? '',
    },
    pages: [],
  };
}

async function readSession(
  source: ByteSource,
  files: SessionFiles,
  context: ReadContext,
  odd: ConversionState['odd'],
): Promise<SessionBytes> {
  const read = async (member: ZipMember | undefined, maxBytes: number): Promise<Uint8Array> => {
    if (member === undefined || member.sizeBytes === 0) return NO_BYTES;
    const { bytes, trouble } = await readMemberBytes(source, member, context, maxBytes);
    if (trouble !== undefined) {
      odd(
        'member-damaged',
        '',
        `a member whose data is ${trouble === 'checksum' ? 'other than its checksum says' : trouble}`,
        'what unfolds of it',
      );
    } else if (bytes.length < member.sizeBytes && bytes.length >= maxBytes) {
      odd(
        'message-too-large',
        '',
        `a message of ${member.sizeBytes} bytes`,
        `its first ${bytes.length} bytes`,
      );
    }
    return bytes;
  };
  const meta = readSessionMeta(await read(files.meta, MAX_META_BYTES));
  if (meta === undefined) {
    odd('no-meta', '', files.meta ? 'times and flags that are damaged' : 'no times and flags', 'not known');
  }
  return {
    id: files.id,
    request: await read(files.request, MAX_MESSAGE_BYTES),
    response: await read(files.response, MAX_MESSAGE_BYTES),
    webSocket: files.webSocket && (await read(files.webSocket, MAX_MESSAGE_BYTES)),
    grpcBytes: files.grpc?.sizeBytes,
    meta: meta ?? NO_META,
  };
}
