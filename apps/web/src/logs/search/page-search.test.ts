import { describe, expect, it } from 'vitest';
import { linkToLogs, readLogLink } from './page-search.ts';

describe('a link to a search of the logs', () => {
  it('reads back as it was written', () => {
    const link = {
      id: 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12+1',
      level: 'session',
      scope: 'source',
    } as const;
    expect(readLogLink(linkToLogs(link))).toEqual(link);
  });

  it.each([
    '',
    '#logs=',
    '#logs=a',
    '#logs=%3Cscript%3Ealert(1)',
    '#logs=two%20words',
    '#capture=0123456789ab',
  ])('is not taken from %s', (hash) => expect(readLogLink(hash)).toBeUndefined());

  it('means the request and all sources where it does not say', () => {
    expect(readLogLink('#logs=7c1e0f52&level=x&scope=y')).toEqual({
      id: '7c1e0f52',
      level: 'request',
      scope: 'global',
    });
  });
});
