import { readdirSync, readFileSync } from 'node:fs';
import { type Capture, HarReadError, memorySource, memorySpool, openCapture, type Spool } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { channelThreads } from '../testing/channel-threads.ts';
import { plantCapture } from '../testing/plant.ts';
import { createRandom } from '../testing/random.ts';
import { type SanitizeOptions, sanitizeCapture } from './sanitize-capture.ts';
import { SanitizeError } from './sanitize-error.ts';

/** Small, so that a capture of some kilobytes has many. */
const stretchBytes = 2000;

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);

async function open(bytes: Uint8Array): Promise<Capture> {
  return await openCapture(memorySource(bytes), { engine: 'typescript' });
}

/** Everything that a run gives and tells, or why it refused. */
async function told(bytes: Uint8Array, options: SanitizeOptions) {
  const events: unknown[] = [];
  try {
    const { output, ...counts } = await sanitizeCapture(await open(bytes), {
      key: new Uint8Array(32).fill(5),
      stretchBytes,
      ...options,
      onRedaction: (...redaction) => events.push(redaction),
      onSetCookie: (...cookie) => events.push(cookie),
      onProgress: (...progress) => events.push(progress),
    });
    return { text: new TextDecoder().decode(await output.read(0, output.sizeBytes)), counts, events };
  } catch (error) {
    if (!(error instanceof SanitizeError || error instanceof HarReadError)) throw error;
    return { code: error.code, message: error.message };
  }
}

async function expectSameFromAllCrews(bytes: Uint8Array): Promise<void> {
  const alone = await told(bytes, {});
  for (const count of [1, 2, 3]) {
    const threads = channelThreads(count);
    expect(await told(bytes, { threads })).toEqual(alone);
    expect(threads.open).toBe(0);
  }
}

function planted(at: number, indent = 0): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify(plantCapture(createRandom(seed + at), 40).har, null, indent),
  );
}

/** A spool that is in `left` until it, or what it gave, is put away. */
function spoolIn(left: Set<string>): Spool {
  const { write, finish, discard } = memorySpool();
  left.add('spool');
  return {
    write,
    discard: async () => {
      left.delete('spool');
      await discard();
    },
    finish: async () => {
      left.delete('spool');
      left.add('output');
      const source = await finish();
      return {
        ...source,
        close: async () => {
          left.delete('output');
        },
      };
    },
  };
}

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const corpusNames = readdirSync(corpus).filter((name) => name.endsWith('.har'));

describe('one, two and three threads give what none gives', () => {
  it.each([0, 1, 2, 3, 4, 5])(`of planted capture ${seed} + %i`, async (at) => {
    await expectSameFromAllCrews(planted(at, at % 3));
  });

  it.each(corpusNames)('of %s', async (name) => {
    await expectSameFromAllCrews(readFileSync(new URL(name, corpus)));
  });

  const entry = (token: string, pad = 700): string =>
    `{"startedDateTime":"2026-01-01T00:00:00Z","time":1,"request":{"method":"GET","url":"https://api.example.com/","headers":[{"name":"Authorization","value":"Bearer ${token}"}]},"response":{"status":200,"headers":[{"name":"Set-Cookie","value":"sid=${token}"}],"content":{}},"comment":"${'so '.repeat(pad)}"}`;
  const random = createRandom(seed);
  const entries = (count: number): string =>
    Array.from({ length: count }, () => entry(random.text('abcdefghijklmnop0123456789', 32))).join(',');
  const odd = {
    'two arrays of entries': `{"log":{"entries":[${entries(5)}],"entries":[${entries(4)}]}}`,
    'two logs': `{"log":{"entries":[${entries(4)}]},"log":{"name":"log","entries":[${entries(4)}]}}`,
    'entries that are no objects': `{"log":{"entries":[null,${entries(3)},7,"x",[],${entries(4)},[${entries(2)}]]}}`,
    'entries behind other arrays': `{"log":{"pages":[{"id":"p","entries":[${entries(4)}]}],"_x":[[${entries(3)}]],"entries":[${entries(4)}]}}`,
    'a bare array': `[${entries(6)}]`,
    'a name beside the entries': `{"name":"a","log":{"name":"password","entries":[${entries(5)}],"value":"b"}}`,
  };
  it.each(Object.entries(odd))('of a capture with %s', async (_, text) => {
    await expectSameFromAllCrews(new TextEncoder().encode(text));
  });
});

describe('a run with threads', () => {
  const bytes = planted(0);

  const stages = ['learn', 'write', 'verify'] as const;

  it.each(stages)('leaves nothing when one of them ends while they %s', async (stage) => {
    const left = new Set<string>();
    const threads = channelThreads(3, stage);
    const run = sanitizeCapture(await open(bytes), { threads, stretchBytes, spool: () => spoolIn(left) });
    await expect(run).rejects.toMatchObject({ code: 'sanitize/worker-ended' });
    expect(threads.open).toBe(0);
    expect([...left]).toEqual([]);
  });

  it.each(stages)('ends them when it is cancelled while they %s', async (last) => {
    const stop = new AbortController();
    const threads = channelThreads(2);
    const run = sanitizeCapture(await open(bytes), {
      threads,
      stretchBytes,
      signal: stop.signal,
      onProgress: (stage) => {
        if (stage === last) stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'har/cancelled' });
    expect(threads.open).toBe(0);
  });

  it('fails as one without threads does when a stretch cannot be read', async () => {
    const source = memorySource(bytes);
    const capture = await openCapture(source, { engine: 'typescript' });
    const short = { ...capture, source: { ...source, read: async () => new Uint8Array(1) } };
    delete (short.source as { readSync?: unknown }).readSync;
    const threads = channelThreads(2);
    await expect(sanitizeCapture(short as Capture, { threads, stretchBytes })).rejects.toMatchObject({
      code: 'har/source-failed',
    });
    expect(threads.open).toBe(0);
  });
});
