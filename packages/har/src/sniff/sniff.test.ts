import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { gzipSync, strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeJson } from './describe-json.ts';
import { sniff } from './sniff.ts';

const corpus = new URL('../../../../fixtures/corpus/', import.meta.url);
const kindOf = (bytes: Uint8Array) => sniff(bytes, bytes.length).kind;

it('knows every file of the corpus by its content', () => {
  const files = readdirSync(corpus).filter((name) => /\.(har|saz)$/.test(name));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const head = readFileSync(new URL(name, corpus)).subarray(0, 4096);
    expect(`${name} ${kindOf(head)}`).toBe(`${name} ${name.endsWith('.saz') ? 'zip' : 'har-json'}`);
  }
});

it('says where the bytes that count begin', () => {
  expect(sniff(strToU8('\ufeff {"log"'), 100)).toEqual({ kind: 'har-json', offset: 3 });
  expect(sniff(strToU8('\ufeff\ufeff{"log"'), 100)).toEqual({ kind: 'har-json', offset: 6 });
  expect(sniff(strToU8('\n \ufeff {"log"'), 100)).toEqual({ kind: 'har-json', offset: 5 });
  expect(sniff(strToU8(' /* x */ onInputData( {"log"'), 100)).toEqual({ kind: 'jsonp', offset: 21 });
  expect(sniff(strToU8(`data:application/json;charset=utf-8;base64,${btoa('{"log":{}}')}`), 100)).toEqual({
    kind: 'base64',
    offset: 43,
  });
});

it.each([
  ['', 'empty'],
  ['\n\n  [1]', 'har-json'],
  ['// exported by hand\n{"log":{}}', 'har-json'],
  ['hello world, this is a text', 'other'],
  ['Hello', 'other'],
  ['xmas', 'other'],
  ['"a string"', 'other'],
  ['function f() { return {} }', 'other'],
])('takes %j for %s', (text, kind) => {
  expect(kindOf(strToU8(text))).toBe(kind);
});

it('sees through base64 of anything it knows', () => {
  for (const inner of [
    strToU8('{"log":{"entries":[]}}'),
    gzipSync(strToU8('{}')),
    zlibSync(strToU8('{"log":1}')),
  ]) {
    const text = btoa(String.fromCharCode(...inner));
    expect(kindOf(strToU8(text))).toBe('base64');
    expect(kindOf(strToU8(text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')))).toBe(
      'base64',
    );
  }
});

it('takes a script whose first letters decode to a bracket for no base64', () => {
  expect(kindOf(strToU8('export const http = { get: (url) => fetch(url) };'))).toBe('other');
});

describe('what is no capture is named', () => {
  it.each([
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)],
    ['a PDF document', strToU8('%PDF-1.7\n')],
    ['an HTML page', strToU8('\n<!DOCTYPE html><html>')],
    ['an XML document', strToU8('<?xml version="1.0"?><a/>')],
    ['a packet capture (pcapng)', Uint8Array.of(0x0a, 0x0d, 0x0d, 0x0a, 1)],
    ['a packet capture (pcap)', Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, 2)],
    ['an SQLite database', strToU8('SQLite format 3\0')],
    ['a RAR archive', strToU8('Rar!\x1a\x07')],
    ['a 7-Zip archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['a file compressed with zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4)],
    ['a Windows program', strToU8('MZ\x90\0')],
    ['an e-mail message', strToU8('From: a@example.com\r\nTo: b@example.com\r\n\r\n')],
    ['a file of zero bytes only', new Uint8Array(100)],
    ['plain text', strToU8('2026-01-15 12:00:00 INFO started\n')],
    ['a binary file of an unknown kind', Uint8Array.of(1, 2, 3, 4, 5)],
  ])('%s', (what, bytes) => {
    expect(sniff(bytes, bytes.length)).toMatchObject({
      kind: 'other',
      other: { what, nextStep: expect.stringMatching(/\.$/) },
    });
  });

  it.each([
    [
      'a Postman collection',
      '{"info":{"_postman_id":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/"}}',
    ],
    ['a Chrome net log', '{"constants":{"activeFieldTrialGroups":[]},"events":[]}'],
    ['a Chrome performance trace', '{"traceEvents":[]}'],
    ['a Chrome performance trace', '[{"pid":1,"ph":"X"}]'],
    [undefined, '{"log":{"entries":[]}}'],
  ])('JSON: %s', (what, text) => {
    expect(describeJson(strToU8(text))?.what).toBe(what);
  });

  it('any bytes get an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => typeof kindOf(bytes) === 'string'));
  });
});
