import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { otlpLogs } from '../otlp/write-otlp.ts';
import { openLibsqlStore } from '../store/libsql/libsql-store.ts';
import { readWhole } from '../store/log-answer.ts';
import type { LogStore } from '../store/log-store.ts';
import { LogStoreError } from '../store/log-store-error.ts';
import { at, sampleRecord } from '../testing/sample-records.ts';
import { createCredentialBlanker } from './blank-credentials.ts';
import { handleIngest, type IngestRequest } from './ingest-endpoint.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
// Assembled, so that no scanner takes it for a real token.
const token = ['kX9vQ2', 'mT7rLp', 'Zw4nBs', 'Yd8cHf', '3gJq6a'].join('');

let folder: string;
let store: LogStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-endpoint-'));
  store = openLibsqlStore(path.join(folder, 'logs.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (
  body: string | Uint8Array,
  more: Partial<IngestRequest> & { maxBytes?: number; into?: LogStore } = {},
) => {
  const { maxBytes, into = store, ...request } = more;
  return handleIngest(
    {
      method: 'POST',
      path: '/v1/logs',
      contentType: 'application/json',
      contentEncoding: '',
      body: (async function* () {
        yield typeof body === 'string' ? new TextEncoder().encode(body) : body;
      })(),
      ...request,
    },
    {
      store: into,
      source: 'otel',
      blank: createCredentialBlanker(),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    },
  );
};
const stored = async () => (await readWhole(store.range({}))).records;

const json = JSON.stringify({
  resourceLogs: [
    {
      resource: {
        attributes: [
          { key: 'service.name', value: { stringValue: 'cpapi' } },
          { key: 'cloud.region', value: { stringValue: 'us' } },
        ],
      },
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: String(at(5)),
              severityNumber: 17,
              body: { stringValue: `failed for CPAPI_${UUID}_12_0 with access_token=${token}` },
              attributes: [
                { key: 'http.response.status_code', value: { intValue: '502' } },
                { key: 'password', value: { stringValue: token } },
                { key: 'tags', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: 2 }] } } },
              ],
              traceId: '5b8efff798038103d269b633813fc60c',
            },
            {
              observedTimeUnixNano: String(at(6)),
              body: { kvlistValue: { values: [{ key: 'k', value: { boolValue: true } }] } },
            },
          ],
        },
      ],
    },
  ],
});

/** Fields of Protocol Buffers, written by hand: a number, then a text, a message or a 64-bit number. */
const bytesField = (number: number, value: string | Uint8Array): Uint8Array => {
  const bytes = Buffer.from(value);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
};
const fixed64 = (number: number, value: bigint): Uint8Array => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return Buffer.concat([varint((number << 3) | 1), bytes]);
};
const varint = (value: number): Uint8Array =>
  value < 128 ? Buffer.of(value) : Buffer.concat([Buffer.of((value & 127) | 128), varint(value >> 7)]);
const message = (...fields: Uint8Array[]) => Buffer.concat(fields);

describe('the OTLP endpoint', () => {
  it('takes JSON in: time, level, service, ids, values; credentials blanked', async () => {
    expect(await post(json)).toEqual({ status: 200, contentType: 'application/json', body: '{}' });
    const [first, second] = await stored();
    expect(first).toMatchObject({
      timeNs: at(5),
      source: 'otel',
      region: 'us',
      service: 'cpapi',
      level: 'error',
      status: 502,
      format: 'otlp',
    });
    expect(first!.ids.map(({ text }) => text)).toEqual([`CPAPI_${UUID}_12_0`]);
    expect(first!.fields).toMatchObject({ tags: '["a",2]', trace_id: '5b8efff798038103d269b633813fc60c' });
    expect(second).toMatchObject({ timeNs: at(6), body: '{"k":true}' });
    expect(JSON.stringify([first!.body, first!.fields])).not.toContain(token);
  });

  it('takes the same in Protocol Buffers', async () => {
    const pair = (key: string, value: string) =>
      message(bytesField(1, key), bytesField(2, bytesField(1, value)));
    const record = message(
      fixed64(1, at(5)),
      Buffer.of(0x10, 17),
      bytesField(5, bytesField(1, `failed for CPAPI_${UUID}_12_0`)),
      bytesField(6, pair('http.response.status_code', '502')),
      bytesField(9, Buffer.from('5b8efff798038103d269b633813fc60c', 'hex')),
      bytesField(99, 'of the future'),
    );
    const resourceLogs = message(
      bytesField(1, bytesField(1, pair('service.name', 'cpapi'))),
      bytesField(2, bytesField(2, record)),
    );
    const answer = await post(bytesField(1, resourceLogs), { contentType: 'application/x-protobuf' });
    expect(answer).toMatchObject({ status: 200, contentType: 'application/x-protobuf' });
    expect((await stored())[0]).toMatchObject({
      timeNs: at(5),
      service: 'cpapi',
      level: 'error',
      status: 502,
    });
  });

  it('adds nothing when a sender repeats itself', async () => {
    await post(json);
    await post(json);
    expect(await stored()).toHaveLength(2);
  });

  it('takes in what was exported, as it was', async () => {
    const record = sampleRecord({
      ms: 3,
      source: 'otel',
      body: 'Rx done',
      ids: [`ATLAS_${UUID}_1`],
      level: 'warn',
      status: 404,
      durationMs: 2.5,
      direction: 'in',
      peer: '192.0.2.7',
      region: 'eu',
      host: 'h1',
      fields: { thread: 'a' },
    });
    let text = '';
    for await (const piece of otlpLogs(
      (async function* () {
        yield record;
      })(),
    ))
      text += piece;
    await post(text);
    const [back] = await stored();
    const { digest: _, format: __, fields, ...same } = record;
    expect(back).toMatchObject({ ...same, fields });
  });

  it.each(['-1', '1.5', '1e300', 'seven', '0'])('takes no number of a line from %j', async (value) => {
    const attributes = [{ key: 'log.file.line', value: { stringValue: value } }];
    const logRecords = [{ body: { stringValue: 'one' }, attributes }];
    await post(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }));
    expect((await stored())[0]).toMatchObject({ body: 'one', line: 1 });
  });

  it('keeps a record whose values lie too deep in each other, without them', async () => {
    const depth = 20_000;
    const value = `${'{"arrayValue":{"values":['.repeat(depth)}${']}}'.repeat(depth)}`;
    const record = `{"body":{"stringValue":"one"},"attributes":[{"key":"deep","value":${value}}]}`;
    const sent = await post(`{"resourceLogs":[{"scopeLogs":[{"logRecords":[${record}]}]}]}`);
    expect([sent.status, (await stored()).map(({ body }) => body)]).toEqual([200, ['one']]);
  });

  it('reads gzip, and a log as text under a name', async () => {
    await post(gzipSync(json), { contentEncoding: 'gzip' });
    const lines = `{"time":"2026-01-12T06:00:00Z","msg":"one"}\n{"time":"2026-01-12T06:00:01Z","msg":"two"}\n`;
    const answer = await post(gzipSync(lines), { path: '/logs/app.log', contentEncoding: 'gzip' });
    expect(JSON.parse(String(answer.body))).toEqual({ read: 2, added: 2 });
    expect((await stored()).filter(({ file }) => file === 'app.log')).toHaveLength(2);
  });

  it.each([
    [405, json, { method: 'GET' }],
    [404, json, { path: '/elsewhere' }],
    [415, json, { contentType: 'text/plain' }],
    [415, json, { contentEncoding: 'br' }],
    [413, json, { maxBytes: 100 }],
    [400, '{', {}],
    [400, 'no gzip', { contentEncoding: 'gzip' }],
    [400, new Uint8Array([0x0a, 0xff, 0xff, 0xff]), { contentType: 'application/x-protobuf' }],
    [400, 'x', { path: '/logs/%' }],
  ])('answers %d, and stores nothing', async (status, body, more) => {
    const answer = await post(body, more);
    expect(answer).toMatchObject({ status, contentType: 'application/problem+json' });
    expect(await stored()).toEqual([]);
  });

  it('asks to try again when the store is away', async () => {
    const away = {
      ...store,
      ingest: () => Promise.reject(new LogStoreError('logs/store-unreachable', 'x', 'x')),
    };
    expect(await post(json, { into: away })).toMatchObject({ status: 503, retryAfter: 30 });
  });

  it('survives any bytes', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const bytes = new Uint8Array(40).map(
        (_, index) => (index * 31 + seed * 97 + index * index * seed) % 256,
      );
      const { status } = await post(bytes, { contentType: 'application/x-protobuf' });
      expect([200, 400]).toContain(status);
    }
  });
});
