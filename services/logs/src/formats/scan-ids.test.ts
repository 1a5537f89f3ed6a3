import { findTrackingIds } from '@harrier/tracking';
import { expect, it } from 'vitest';
import { compileUuidKernel } from '../../scripts/build-uuid-kernel.mjs';
import { scanIds, scanUuids } from './scan-ids.ts';
import { uuidKernelBase64 } from './uuid-kernel.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';
const bytes = (text: string) => new TextEncoder().encode(text);

function offsets(text: string): number[] {
  const found: number[] = [];
  scanUuids(bytes(text), (offset) => found.push(offset));
  return found;
}

it('finds a UUID wherever it stands, in either case', () => {
  for (let before = 0; before < 80; before++) {
    const text = `${'x'.repeat(before)}${UUID.toUpperCase()}`;
    expect(offsets(text)).toEqual([before]);
  }
  expect(offsets(`${UUID}${UUID}${UUID}`)).toEqual([0, 36, 72]);
});

it('finds a UUID across the borders of chunks, and at the very end', () => {
  const text = 'x'.repeat(2 ** 21 + 100);
  for (const at of [2 ** 20 - 36, 2 ** 20 - 31, 2 ** 20 - 1, 2 ** 20, 2 ** 21 - 7, text.length - 36])
    expect(offsets(text.slice(0, at) + UUID + text.slice(at + UUID.length))).toEqual([at]);
});

it('runs the kernel that its source describes', () => {
  expect(uuidKernelBase64).toBe(compileUuidKernel());
  // The compiler is a large program; on a busy machine it takes its time.
}, 120_000);

it('finds what the expression finds, in text that is nearly UUIDs', () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pieces = ['7c1e0f52', '-', '9ab4', '4d36', '8e21', '5f0a3b9c6d74', '_', 'x', UUID, 'abcdef', ' '];
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 40 }, () => pieces[random(pieces.length)]).join('');
    const wanted = [...text.matchAll(/(?=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8})/gi)];
    expect(offsets(text)).toEqual(wanted.map(({ index }) => index));
  }
});

/** What reading every line gives, and what the scan gives. */
function both(text: string): [string[], string[]] {
  const all = bytes(text);
  const scanned: string[] = [];
  scanIds(all, (start, uuidStart, end) => {
    const id = Buffer.from(all.subarray(start, end)).toString('utf8');
    scanned.push(`${id} at ${start}, uuid ${Buffer.from(all.subarray(uuidStart, uuidStart + 8)).toString()}`);
  });
  let offset = 0;
  const read = text.split('\n').flatMap((line) => {
    const lineStart = offset;
    offset += bytes(`${line}\n`).length;
    return findTrackingIds(line)
      .filter(({ id }) => id.uuid !== undefined)
      .map(({ id, start }) => {
        const at = lineStart + bytes(line.slice(0, start)).length;
        const uuid = id.text.slice(id.prefix.length + 1).slice(0, 8);
        return `${id.text} at ${at}, uuid ${uuid}`;
      });
  });
  return [scanned, read];
}

it('gives the ids that reading every line would give, tokens left out', () => {
  const [scanned, read] = both(
    [
      `grüße ATLAS_${UUID}_12 and CPAPI_${UUID}_12_0`,
      `only a uuid ${UUID}`,
      `Authorization: Bearer abc_P0A1_${UUID}`,
      `access_token="abc_${UUID}" refresh_token=ATLAS_${UUID}, then ATLAS_${UUID}`,
      `{"trackingId":"UserHub_${UUID}","x":"NA_${UUID}_1+2"}`,
      `[ocir-3 OCIROUTER_${UUID}_12_0]:Rx`,
    ].join('\n'),
  );
  expect(scanned).toEqual(read);
  expect(scanned).toHaveLength(6);
});

it('agrees with reading every line on lines made of near misses', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pieces = [
    ...[
      'ATLAS',
      'P0A1',
      'a',
      'x-y',
      '_',
      `_${UUID}`,
      `_${UUID}`,
      `_${UUID.slice(0, -1)}`,
      '_12',
      '_0',
      '+1',
      '_imi:true',
    ],
    ...[
      ' ',
      '"',
      '[',
      '(',
      '=',
      ':',
      '.',
      'é',
      '\n',
      'Bearer ',
      'token=',
      '"access_token": "',
      'trackingid: ',
      '\\n',
      'CPAPI',
    ],
  ];
  let ids = 0;
  for (let round = 0; round < 9_000; round++) {
    const text = Array.from({ length: 12 }, () => pieces[random(pieces.length)]).join('');
    const [scanned, read] = both(text);
    ids += read.length;
    expect(scanned, JSON.stringify(text)).toEqual(read);
  }
  expect(ids).toBeGreaterThan(1_000);
});

it('agrees with it where an id, its prefix or its counters lie across the borders of chunks, and at both ends', () => {
  const odd = `Bearer ATLAS_${UUID}`;
  for (const id of [`ATLAS_${UUID}_12`, `"token": "CPAPI_${UUID}_1"`, `ATLAS_${UUID}${'_1'.repeat(90)}`, odd])
    for (let shift = -id.length; shift <= 1; shift += 7) {
      const before = `${`${'x'.repeat(9999)}\n`.repeat(105).slice(0, 2 ** 20 + shift - 1)}\n`;
      const [scanned, read] = both(`${id}\n${before.slice(id.length + 1)}${id}`);
      expect(scanned, `${id} at ${shift}`).toEqual(read);
    }
});
