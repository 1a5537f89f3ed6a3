import { describe, expect, it } from 'vitest';
import { memorySource } from '../source/memory-source.ts';
import { indexHar } from './index-har.ts';

const engines = ['typescript', 'wasm'] as const;
const encoder = new TextEncoder();

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)),
  );
}

/** Wraps the bytes of a string's content into a HAR, as a value and as a key; `shift` moves it over a block's edge. */
function har(content: readonly number[], role: 'key' | 'value', shift: number): Uint8Array {
  const head = `{"log":{"version":"1.2","entries":[${' '.repeat(shift)}{"request":{"method":"GET"},"x":{`;
  const tail = '},"time":7},{"request":{"url":"https://a.example.test/"}}]}}';
  return role === 'key'
    ? bytesOf(head, '"', content, '":1', tail)
    : bytesOf(head, '"y":"', content, '"', tail);
}

/** Whether JSON takes the text: the opinion of the platform. */
function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

async function expectJudgedLikeThePlatform(bytes: Uint8Array, chunkBytes = 4096): Promise<void> {
  const good = isJson(bytes);
  const offsets: (number | undefined)[] = [];
  for (const engine of engines) {
    const { index, notes } = await indexHar(memorySource(bytes), { engine, chunkBytes });
    expect({ engine, good: notes.every((note) => note.code !== 'json/damaged'), bytes }).toEqual({
      engine,
      good,
      bytes,
    });
    if (good) expect(index.length).toBe(2);
    offsets.push(notes[0]?.byteOffset);
  }
  expect(offsets[1]).toBe(offsets[0]);
}

describe('both engines judge strings like JSON.parse and TextDecoder', () => {
  it('with any byte behind a backslash, in keys and values', async () => {
    for (let byte = 0; byte < 256; byte++) {
      await expectJudgedLikeThePlatform(har([0x61, 0x5c, byte, 0x62], 'key', byte % 64));
      await expectJudgedLikeThePlatform(har([0x61, 0x5c, byte, 0x62], 'value', byte % 64));
    }
  });

  it('with any byte among the digits of a \\u', async () => {
    for (let byte = 0; byte < 256; byte++) {
      const content = [...encoder.encode('\\u00e9')];
      content[2 + (byte % 4)] = byte;
      await expectJudgedLikeThePlatform(har(content, 'value', byte % 64));
    }
  });

  it('with runs of backslashes of every length, over the edges of blocks and chunks', async () => {
    for (let run = 0; run < 70; run++) {
      for (const last of ['', 'n', 'x', '"']) {
        const content = [...encoder.encode('\\'.repeat(run) + last)];
        await expectJudgedLikeThePlatform(har(content, 'value', (run * 7) % 64), run % 2 ? 64 : 4096);
      }
    }
  });

  it('with any two bytes that could begin UTF-8', async () => {
    for (let lead = 0x80; lead < 256; lead += 3) {
      for (const second of [0x00, 0x20, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff]) {
        await expectJudgedLikeThePlatform(har([lead, second], 'value', lead % 64));
      }
    }
  });

  it('with sequences at the limits of UTF-8, whole, cut and over the edges of blocks', async () => {
    const sequences = [
      [0xc1, 0xbf],
      [0xc2, 0x80],
      [0xdf, 0xbf],
      [0xe0, 0x9f, 0xbf],
      [0xe0, 0xa0, 0x80],
      [0xed, 0x9f, 0xbf],
      [0xed, 0xa0, 0x80],
      [0xef, 0xbf, 0xbf],
      [0xf0, 0x8f, 0xbf, 0xbf],
      [0xf0, 0x90, 0x80, 0x80],
      [0xf4, 0x8f, 0xbf, 0xbf],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
    ];
    for (const sequence of sequences) {
      for (let size = 1; size <= sequence.length; size++) {
        for (const shift of [0, 7, 30, 31, 32, 33, 34, 35]) {
          await expectJudgedLikeThePlatform(har(sequence.slice(0, size), 'value', shift), 64);
        }
      }
    }
  });

  it('with something to look closer at in every 64 bytes of whole chunks, sound or damaged at the very end', async () => {
    const content = [...encoder.encode('\\n\\u00e9 é'.repeat(600))];
    for (const damage of [[], [0x01], [0xc3], [0x5c, 0x61]])
      for (const chunkBytes of [64, 4096])
        await expectJudgedLikeThePlatform(har([...content, ...damage], 'value', 5), chunkBytes);
  });
});

it('blanks of every number behind a line break are stepped over, and nothing behind the end is', async () => {
  for (let blanks = 0; blanks < 40; blanks++) {
    const gap = `\n${' '.repeat(blanks)}`;
    const text =
      `{"log":{"entries":[{"time":7,"request":{"method":"GET"},"response":{"status":200}},{"time":8,"request":{"method":"GET"},"response":{"status":200}}]}}`.replaceAll(
        /[{}[\],]/g,
        (mark) => `${gap}${mark}${gap}`,
      );
    for (const engine of engines) {
      for (const chunkBytes of [64, 4096]) {
        const { index, notes } = await indexHar(memorySource(encoder.encode(text)), { engine, chunkBytes });
        const times = [...index.columns.timeMs.subarray(0, index.length)];
        expect({ engine, blanks, notes, times }).toEqual({ engine, blanks, notes: [], times: [7, 8] });
      }
    }
  }
});

describe('what the platform calls JSON and a kernel could stumble over', () => {
  it.each([
    ['a scalar glued to a string', '{"log":{"entries":[{"request":{},"x":1"y":2}]}}'],
    ['a string glued to a string', '{"log":{"entries":[{"request":{},"x":"1""y":2}]}}'],
    ['a literal that goes on', '{"log":{"entries":[{"request":{},"x":truer}]}}'],
    ['a form feed between tokens', '{"log":{"entries":[{"request":{},\f"x":1}]}}'],
    [
      'a control character that looks like a colon without bit 5',
      '{"log":{"entries":[{"request":{},"x"\u001a1}]}}',
    ],
    ['a letter outside ASCII between tokens', '{"log":{"entries":[{"request":{},é"x":1}]}}'],
  ])('%s is damage to both, at the same byte', async (_, text) => {
    const offsets = [];
    for (const engine of engines) {
      for (const chunkBytes of [64, 4096]) {
        const { notes } = await indexHar(memorySource(encoder.encode(text)), { engine, chunkBytes });
        offsets.push(notes[0]?.byteOffset);
      }
    }
    expect(new Set(offsets).size).toBe(1);
    expect(offsets[0]).toBeTypeOf('number');
  });
});
