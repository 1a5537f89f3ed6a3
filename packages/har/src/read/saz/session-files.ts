import type { ZipMember } from '../zip/member.ts';

/** The members of one Fiddler session. Any of them may be missing. */
export interface SessionFiles {
  /** Fiddler's number of the session; gaps are normal. */
  readonly id: number;
  /** `_c`: the request as it was sent. */
  readonly request?: ZipMember;
  /** `_s`: the response as it came. */
  readonly response?: ZipMember;
  /** `_m`: times and flags, in XML. */
  readonly meta?: ZipMember;
  /** `_w`: WebSocket frames. */
  readonly webSocket?: ZipMember;
  /** `_g`: gRPC messages (Fiddler Everywhere). */
  readonly grpc?: ZipMember;
}

type Part = Exclude<keyof SessionFiles, 'id'>;

const PARTS: Readonly<Record<string, Part>> = {
  'c.txt': 'request',
  's.txt': 'response',
  'm.xml': 'meta',
  'w.txt': 'webSocket',
  'g.txt': 'grpc',
};

/** `raw/001_c.txt`; the folder around `raw` is there when somebody packed it again. */
const SESSION_MEMBER = /^((?:[^/]+\/)*)raw\/(\d{1,9})_([cswmg]\.(?:txt|xml))$/i;

/** The sessions of a Fiddler archive in the order of their numbers; empty when it is none. */
export function findSessions(members: readonly ZipMember[]): SessionFiles[] {
  const sessions = new Map<number, { id: number } & Partial<Record<Part, ZipMember>>>();
  let folder: string | undefined;
  for (const member of members) {
    const [, around, digits, ending] = SESSION_MEMBER.exec(member.name) ?? [];
    const part = PARTS[ending?.toLowerCase() ?? ''];
    if (around === undefined || part === undefined) continue;
    // Two archives unpacked into one: the first one counts.
    folder ??= around;
    if (around !== folder) continue;
    // As many zeros stand before the number as the longest one needs.
    const id = Number(digits);
    const session = sessions.get(id) ?? { id };
    session[part] ??= member;
    sessions.set(id, session);
  }
  return [...sessions.values()].sort((a, b) => a.id - b.id);
}
