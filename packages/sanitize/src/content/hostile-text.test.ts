import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { ContentRewriter } from './content-rewriter.ts';

/** Texts full of beginnings without an end. */
const beginnings = [
  '<!--',
  '<![CDATA[',
  '<a ',
  'x ',
  '%41',
  '%41 ',
  '\\u0041',
  '&#65;',
  'YWJj',
  'a=',
  'a=b&',
  '{"a":',
  '[',
  '"\\"',
  'eyJ',
  'token:',
  'token:"',
  'https://a/',
  '/reset/',
  '4111 ',
  `-----BEGIN ${['PRIVATE', 'KEY'].join(' ')}-----`,
  'cookie: a=',
  ' -b a=',
  'token \\"',
  '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
];

/** Half a megabyte: in quadratic time it takes minutes, and the test its time-out. */
const LENGTH = 500_000;
const LIMIT_MS = 30_000;

describe('a text made to take long', () => {
  it.each(beginnings)('of %j alone is read in one go', { timeout: LIMIT_MS }, (beginning) => {
    const text = beginning.repeat(Math.ceil(LENGTH / beginning.length));
    const pseudonymiser = createPseudonymiser(new Uint8Array(32));
    const rewriter = new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
    for (const whole of [text, JSON.stringify(text), `<r>${text}`])
      expect(rewriter.rewriteText(whole)).not.toBe('');
  });

  it('is taken apart through encodings in encodings only so deep', { timeout: LIMIT_MS }, () => {
    const pseudonymiser = createPseudonymiser(new Uint8Array(32));
    const rewriter = new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
    let text = 'harmless words';
    for (let depth = 0; depth < 30; depth++) text = JSON.stringify({ inner: text }).slice(0, 100_000);
    expect(rewriter.rewriteText(text)).toBe(text);
  });
});
