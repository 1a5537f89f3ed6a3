import { expect, it } from 'vitest';
import { indexHar } from '../scan/index-har.ts';
import { rowsOfIndex } from '../scan/testing/oracle.ts';
import { memorySource } from '../source/memory-source.ts';
import { columnNames } from './columns.ts';
import { packIndex, unpackIndex } from './transfer.ts';

const bytes = new TextEncoder().encode(
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'Test', version: '1' },
      entries: [1, 2, 3].map((n) => ({
        startedDateTime: `2025-06-10T09:00:0${n}.250Z`,
        time: n * 10.5,
        request: {
          method: 'GET',
          url: `https://host-${n}.example.test/`,
          headers: [{ name: 'TrackingID', value: `A_${n}` }],
        },
        response: { status: 200 + n, content: { mimeType: 'text/HTML; charset=utf-8', text: 'a"b' } },
      })),
    },
  }),
);

it('comes out of a message as it went in', async () => {
  const { index } = await indexHar(memorySource(bytes));
  const { message, transfer } = packIndex(index);
  const received = unpackIndex(structuredClone(message, { transfer }));
  expect(rowsOfIndex(received, bytes)).toEqual(rowsOfIndex(index, bytes));
  expect(received.strings.toArray()).toEqual(index.strings.toArray());
  expect([0, 1, 2, 3].map((row) => received.urls?.get(row))).toEqual([
    'https://host-1.example.test/',
    'https://host-2.example.test/',
    'https://host-3.example.test/',
    undefined,
  ]);
});

it('moves every column and leaves the index itself usable', async () => {
  const { index } = await indexHar(memorySource(bytes));
  const before = rowsOfIndex(index, bytes);
  const { message, transfer } = packIndex(index);
  structuredClone(message, { transfer });
  // Beside the columns: strings and their ends, URLs, their ends, and which were not kept.
  expect(transfer).toHaveLength(columnNames.length + 5);
  for (const name of columnNames) expect(message.columns[name].byteLength).toBe(0);
  expect(rowsOfIndex(index, bytes)).toEqual(before);
});

it('carries an index without rows', () => {
  const empty = {
    length: 0,
    columns: {} as never,
    strings: { length: 1, get: () => '', toArray: () => [''] },
  };
  const columns = Object.fromEntries(columnNames.map((name) => [name, new Uint32Array(4)]));
  const { message } = packIndex({ ...empty, columns: columns as never });
  expect(unpackIndex(message)).toMatchObject({ length: 0 });
  expect(message.columns.flags).toHaveLength(0);
});
