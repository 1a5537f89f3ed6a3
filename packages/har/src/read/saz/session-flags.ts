import type { SessionMeta } from './session-meta.ts';

/** Fiddler's facts about a session for which HAR has no field: `_saz` of the entry. */
export interface SazFields {
  /** The number in Fiddler's list. */
  readonly session: number;
  /** `chrome:4242`: name and process id. */
  readonly process?: string;
  readonly clientIP?: string;
  readonly clientPort?: string;
  /** Local port towards the server. */
  readonly egressPort?: string;
  readonly color?: string;
  /** When the exchange was broken off, in Fiddler's words. */
  readonly abortedWhen?: string;
  readonly bitFlags?: string;
  /** Total as measured, where the phases are longer. */
  readonly measuredTotalMs?: number;
  /** Bytes of gRPC messages that lie in the archive. */
  readonly grpcBytes?: number;
  /** All other flags, as written. */
  readonly flags?: Readonly<Record<string, string>>;
}

const COLUMNS = {
  'x-processinfo': 'process',
  'x-clientip': 'clientIP',
  'x-clientport': 'clientPort',
  'x-egressport': 'egressPort',
  'ui-color': 'color',
  'x-aborted-when': 'abortedWhen',
} as const;

/**
 * Flags that hold credentials or the means to resume a session; HAR's own fields carry the others.
 * `x-autoauth` is `user:password` unless it says "(default)".
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'https-client-sessionid',
  'https-client-certificate',
  'x-autoauth',
  'x-hostip',
  'ui-comments',
]);

/** Flags as columns. */
export function sazFields(id: number, meta: SessionMeta): SazFields {
  const columns: Record<string, string> = {};
  const flags: [string, string][] = [];
  for (const [name, value] of meta.flags) {
    const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name as keyof typeof COLUMNS] : undefined;
    if (column !== undefined) columns[column] = value;
    else if (!LEFT_OUT.has(name)) flags.push([name, value]);
  }
  return {
    session: id,
    ...columns,
    ...(meta.bitFlags === 0 ? {} : { bitFlags: `0x${meta.bitFlags.toString(16)}` }),
    ...(flags.length === 0 ? {} : { flags: Object.fromEntries(flags) }),
  };
}
