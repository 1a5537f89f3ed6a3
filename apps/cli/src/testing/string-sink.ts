import { Readable } from 'node:stream';
import type { CliIo, Sink } from '../io.ts';

/** A sink that keeps what it is given. */
export interface StringSink extends Sink {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** `columns` makes it a terminal of that width. */
export function stringSink(columns?: number): StringSink {
  const pieces: Uint8Array[] = [];
  const all = () => Buffer.concat(pieces);
  return {
    isTerminal: columns !== undefined,
    columns,
    async write(data) {
      pieces.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data));
    },
    get text() {
      return all().toString('utf8');
    },
    get bytes() {
      return all();
    },
  };
}

export interface TestIo extends CliIo {
  readonly stdout: StringSink;
  readonly stderr: StringSink;
}

/** A world for a command under test: no colours, English, no environment, a clock that stands still. */
export function testIo(
  world: {
    stdin?: string | Uint8Array;
    columns?: number;
    env?: Record<string, string>;
    signal?: AbortSignal;
    /** What is typed when a secret is asked for; absent = nobody sits there. */
    secret?: string;
  } = {},
): TestIo {
  return {
    stdin: Readable.from(world.stdin === undefined ? [] : [Buffer.from(world.stdin)]),
    stdout: stringSink(world.columns),
    stderr: stringSink(),
    askSecret: async () => world.secret,
    env: { NO_COLOR: '1', ...world.env },
    signal: world.signal ?? new AbortController().signal,
    clock: () => 0,
  };
}
