import { readdirSync } from 'node:fs';
import { openCapture } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import { describe, expect, it } from 'vitest';
import { compileFilter } from './compile.ts';
import { parseFilter } from './parse.ts';

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const files = readdirSync(corpus).filter((name) => /\.(?:har|saz)$/.test(name));

/** Whatever columns may decide on their own, on captures of many exporters. */
const EXPRESSIONS = [
  'domain:*.com',
  'method:GET',
  'mime-type:text/*',
  'resource-type:image,script',
  'status:2xx,404',
  'larger-than:10k',
  'size:>1k',
  'slower-than:100ms',
  'blocked:>1ms',
  'connect:>0',
  'wait:<50ms',
  'is:auth|redirect',
  'is:failed',
  'is:slow',
  'is:large',
  'is:websocket',
  'is:pending',
  'is:cached',
  'www',
];

let rowsRead = 0;

describe('on every capture of the corpus', () => {
  it.each(files)('columns never decide otherwise than the opened entry: %s', async (name) => {
    const capture = await openCapture(fileSource(new URL(name, corpus).pathname)).catch(() => undefined);
    // Files that are no capture at all are the reader's tests.
    if (capture === undefined) return;
    const filters = EXPRESSIONS.map((text) => ({ text, filter: compileFilter(parseFilter(text).ast) }));
    const rows = Math.min(capture.index.length, 100);
    for (let row = 0; row < rows; row++) {
      const entry = await capture.openEntry(row);
      for (const { text, filter } of filters) {
        const verdict = filter.entry(entry);
        const { url } = entry.request;
        for (const known of [undefined, { url }]) {
          const early = filter.columns(capture.index, row, known);
          expect([row, text, early === 'open' ? verdict : early]).toEqual([row, text, verdict]);
        }
      }
    }
    rowsRead += rows;
    await capture.close();
  });

  it('and there were captures to say so', () => {
    expect(rowsRead).toBeGreaterThan(100);
  });
});
