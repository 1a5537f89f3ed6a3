import { describe, expect, it } from 'vitest';
import { type CasePlace, hashOf, plainPages, readPlace } from './case-place.ts';

describe('an address in the case area', () => {
  it.each<CasePlace>([
    ...plainPages.map((page) => ({ page })),
    { page: 'case', id: 'a b&#%/1' },
    { page: 'exception', id: '5f0c' },
    { page: 'setup', token: 'abc_-9' },
    { page: 'upload', token: 'abc_-9' },
    { page: 'consent', token: 'abc_-9' },
    { page: 'sign-in', code: 'request/wrong-sign-in' },
  ])('reads back as it was written: %o', (place) => {
    expect(readPlace(hashOf(place))).toEqual(place);
  });

  it.each([
    '',
    '#',
    '#capture=0123456789ab',
    '#open=abc',
    '#cases=1',
    '#case',
    '#case=%',
    '#setup=<b>',
    '#sign-in=<b>',
  ])('is not taken from %j', (hash) => {
    expect(readPlace(hash)).toBeUndefined();
  });
});
