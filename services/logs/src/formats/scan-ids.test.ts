import { findTrackingIds } from '@harrier/tracking';
import { expect, it } from 'vitest';
import { scanIds, scanUuids } from './scan-ids.ts';

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

it('gives the ids of a log as reading every line would, with the lines they stand in', () => {
  const lines = [
    `grüße ATLAS_${UUID}_12 and CPAPI_${UUID}_12_0`,
    `only a uuid ${UUID}`,
    '',
    `Authorization: Bearer abc_P0A1_${UUID}`,
    `{"trackingId":"UserHub_${UUID}"}`,
  ];
  const text = lines.join('\n');
  const found: string[] = [];
  scanIds(bytes(text), ({ id, lineOffset }) => found.push(`${lineOffset} ${id.text}`));
  const wanted = lines.flatMap((line, at) => {
    const lineOffset = bytes(lines.slice(0, at).map((one) => `${one}\n`).join('')).length;
    return findTrackingIds(line).map(({ id }) => `${lineOffset} ${id.text}`);
  });
  expect(found).toEqual(wanted);
  expect(found).toHaveLength(3);
});
