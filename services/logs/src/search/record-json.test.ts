import { expect, it } from 'vitest';
import { sampleRecord } from '../testing/sample-records.ts';
import { readRecordJson, recordJson } from './record-json.ts';

it('reads back what it wrote, but for what the store alone knows', () => {
  const record = sampleRecord({
    ms: 7,
    ids: ['ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12', 'CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12_0'],
    level: 'warn',
    direction: 'out',
    status: 502,
    durationMs: 1.5,
    body: 'two\nlines',
    fields: { method: 'GET' },
  });
  const travelled = JSON.parse(JSON.stringify(recordJson(record)));
  expect(readRecordJson(travelled, 0n)).toEqual({ ...record, digest: '' });
});

it('puts a record without a time behind the one before it', () => {
  const { time: _, ...rest } = recordJson(sampleRecord({ ms: 0 }));
  const { timeNs, orderNs } = readRecordJson({ ...rest, time: null }, 42n);
  expect([timeNs, orderNs]).toEqual([undefined, 42n]);
});
