import { SNIFF_BYTES, sniff } from '@harrier/har';
import { repositoryFiles } from '../repository-files.ts';
import { type FuzzTarget, holds } from '../target.ts';
import { wrappedCaptures } from './wrapped-captures.ts';

/** What a file is, by its beginning. */
export const sniffTarget: FuzzTarget = {
  name: 'sniff',
  summary: 'any beginning is something, and where it counts from lies inside it',
  seeds: async () =>
    [...repositoryFiles('fixtures/corpus', /\.(?:har|json|saz)$/, 64 * 1024), ...wrappedCaptures()].map(
      (bytes) => bytes.subarray(0, SNIFF_BYTES),
    ),
  words: [
    '\ufeff',
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    'callback(',
    'data:application/json;base64,',
    'eyJsb2ciOnt9fQ==',
    '<!DOCTYPE html>',
    'GIF89a',
  ],
  mostBytes: SNIFF_BYTES,
  async run(input) {
    const found = sniff(input, input.length);
    holds('an empty file is called empty', (found.kind === 'empty') === (input.length === 0));
    if ('offset' in found)
      holds('the first byte that counts is in the file', found.offset >= 0 && found.offset <= input.length);
  },
};
