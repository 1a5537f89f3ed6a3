import { describe, expect, it } from 'vitest';
import { languages } from '../../language.ts';
import { words } from '../../languages/languages.ts';
import { openBook } from '../books.ts';
import { headerFacts } from './header-facts.ts';

/** The fields that support engineers ask for first. */
const asked = [
  'Host',
  'User-Agent',
  'Accept',
  'Accept-Encoding',
  'Authorization',
  'Cookie',
  'Content-Type',
  'Referer',
  'Content-Length',
  'Cache-Control',
  'Server',
  'Set-Cookie',
  'Date',
  'Location',
  'ETag',
  'Content-Encoding',
  'Access-Control-Allow-Origin',
  'TrackingID',
];

it('knows at least a hundred and fifty fields', async () => {
  expect((await openBook('header', 'en')).names.length).toBeGreaterThanOrEqual(150);
});

it.each(asked)('explains %s with direction, example and pitfall where there is one', async (name) => {
  const page = (await (await openBook('header', 'en')).page(name))!;
  expect(page.title).toBe(name);
  expect(page.blocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['facts', 'example']));
});

it('spells every example with its own name, and puts no realistic credential there', () => {
  for (const [name, { example }] of Object.entries(headerFacts)) {
    expect(example.toLowerCase().startsWith(`${name}: `)).toBe(true);
    expect(example).not.toMatch(/eyJ|Bearer [A-Za-z0-9]{8}|Basic [A-Za-z0-9]{8}/);
  }
});

/** What looks like HTTP and not like English: names with capitals and hyphens, statuses, `key=value`, tokens with hyphens. */
const literal =
  /[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|(?<![\d-])[1-5]\d\d(?!\d)|:[a-z]{4,}|[a-z]+=[a-z0-9]+|\b(?:no-cache|keep-alive|no-cors|same-origin|same-site|cross-site|chunked|nosniff|gzip|zstd|preload|preconnect|HIT|MISS|EXPIRED|BYPASS|DYNAMIC|trailers)\b/g;

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  it('keeps the literals of every meaning', () => {
    const english = words('en').headers;
    const own = words(language).headers;
    for (const [name, meaning] of Object.entries(english)) {
      const told = own[name as keyof typeof own];
      const lost = (meaning.match(literal) ?? []).filter((text) => !told.includes(text));
      expect({ name, lost }).toEqual({ name, lost: [] });
    }
  });

  it('has no meaning that was left in English', () => {
    const english = words('en').headers;
    const own = words(language).headers;
    const same = Object.keys(english).filter(
      (name) => own[name as keyof typeof own] === english[name as keyof typeof own],
    );
    expect(same).toEqual([]);
  });
});
