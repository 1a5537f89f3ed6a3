import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { words } from '../languages/languages.ts';
import { explainHeader } from './explain-header.ts';
import { headerSources } from './header-name.ts';

describe('explaining a header field', () => {
  it('knows it in any case, and names its source', () => {
    expect(explainHeader('Content-TYPE', words('en'))).toMatchObject({
      name: 'content-type',
      source: 'RFC 9110 §8.3',
    });
  });

  it('says nothing of what it does not know, inherited names included', () => {
    expect(explainHeader('x-invented-by-a-test', words('en'))).toBeUndefined();
    expect(explainHeader('constructor', words('en'))).toBeUndefined();
  });

  it('explains at least sixty fields, each in a sentence of its own in every language', () => {
    const names = Object.keys(headerSources);
    expect(names.length).toBeGreaterThanOrEqual(60);
    for (const language of languages) {
      const sentences = Object.values(words(language).headers);
      expect(new Set(sentences).size).toBe(names.length);
      for (const sentence of sentences) expect(sentence).toMatch(/[.。]$/);
    }
  });
});
