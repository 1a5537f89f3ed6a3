import { xmlElements } from './xml-elements.ts';

/** What Fiddler writes about a session in `_m.xml`. Everything may be missing. */
export interface SessionMeta {
  /** A bit set; 1 = HTTPS. Rarely right about anything else. */
  readonly bitFlags: number;
  readonly timers: ReadonlyMap<string, string>;
  /** The connection to the server was there already. */
  readonly isServerPipeReused: boolean;
  /** `SessionFlag`s by their name in lower case. */
  readonly flags: ReadonlyMap<string, string>;
}

/** For a session whose `_m.xml` is missing. */
export const NO_META: SessionMeta = {
  bitFlags: 0,
  timers: new Map(),
  isServerPipeReused: false,
  flags: new Map(),
};

/** Reads `_m.xml`; undefined where the bytes are something else. */
export function readSessionMeta(bytes: Uint8Array): SessionMeta | undefined {
  const charset = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const flags = new Map<string, string>();
  let timers: ReadonlyMap<string, string> = new Map();
  let bitFlags = 0;
  let isServerPipeReused = false;
  let isSession = false;
  for (const { name, attributes } of xmlElements(new TextDecoder(charset).decode(bytes))) {
    if (name === 'Session') {
      isSession = true;
      bitFlags = Number.parseInt(attributes.get('BitFlags') ?? '0', 16) || 0;
    } else if (name === 'SessionTimers') {
      timers = attributes;
    } else if (name === 'PipeInfo') {
      isServerPipeReused = attributes.get('Reused')?.toLowerCase() === 'true';
    } else if (name === 'SessionFlag') {
      const flag = attributes.get('N')?.toLowerCase();
      if (flag) flags.set(flag, attributes.get('V') ?? '');
    }
  }
  return isSession ? { bitFlags, timers, isServerPipeReused, flags } : undefined;
}
