import { languages } from '@harrier/knowledge';
import { describe, expect, it } from 'vitest';
import {
  countedTexts,
  literalsOf,
  miscounted,
  spokenTexts,
  strayCharacters,
} from '../../../../packages/knowledge/src/testing/compare-words.ts';
import { filterWordTable } from '../filter/words/filter-word-table.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

const tables = { en, fr, ja, ko, 'zh-CN': zhCn, 'zh-TW': zhTw } as const;
/** What the workbench says by itself; the filter's messages have a test of their own. */
const textsOf = (language: (typeof languages)[number]) => [
  // The editor speaks English by itself: what it says is there for the other languages only.
  ...spokenTexts(tables[language]).filter(({ path }) => !path.startsWith('/details/editor/')),
  ...spokenTexts(filterWordTable[language].keys, '/filter keys'),
  ...spokenTexts(filterWordTable[language].marks, '/filter marks'),
];
const english = new Map(textsOf('en').map((one) => [one.path, one]));
const englishOf = (path: string) => english.get(path)?.text ?? '';

/** Names, abbreviations and signs that no language of ours writes otherwise, and words that French writes alike. */
const mayBeEqual =
  /^(?:[^a-zA-Z]*|[A-Z#][A-Z#]*|URL|Code|Harrier|Webex|BEMS|Jira|Cookies?|CORS|JSON|[Mm]essages?|Type|Timing|Notes?|Questions?|Tokens?|GitHub issue|WebSocket|Jaeger JSON|Session|Sources?|Services?|Cache|Variables|Total|Service worker|Pages?|status:.*|.*⟦.*⟧.*)$/;

describe.each(languages)('the words of the workbench in %s', (language) => {
  const own = textsOf(language);

  it('lack nothing, and have nothing too much', () => {
    expect(own.map(({ path }) => path).sort()).toEqual([...english.keys()].sort());
    for (const { path, text } of own) {
      // What links nothing to nothing has no name.
      if (englishOf(path) === '') continue;
      expect({ path, text }).toEqual({ path, text: text.trim() });
      expect({ path, bad: /undefined|NaN|\[object|\s{2,}|。。|TODO|^$/.exec(text)?.[0] }).toEqual({
        path,
        bad: undefined,
      });
    }
  });

  it('tell every value that English tells', () => {
    for (const { path, given } of own)
      expect({ path, given }).toEqual({ path, given: english.get(path)?.given });
  });

  it('keep what is typed as it is', () => {
    for (const { path, text } of own)
      expect({ path, literals: literalsOf(text) }).toEqual({ path, literals: literalsOf(englishOf(path)) });
  });

  it('speak of none, of one and of many', () => {
    for (const { path, text } of countedTexts(tables[language]))
      expect({ path, bad: /undefined|NaN|\[object/.exec(text)?.[0] }).toEqual({ path, bad: undefined });
  });
});

it.each(languages.filter((language) => language !== 'en'))('%s leaves no English text', (language) => {
  const left = textsOf(language).filter(
    ({ path, text }) => text === englishOf(path) && !mayBeEqual.test(text),
  );
  expect(left.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

it.each(['zh-CN', 'zh-TW'] as const)('%s is written with its own characters', (language) => {
  const stray = textsOf(language).flatMap(({ path, text }) =>
    strayCharacters(text, language).map((character) => `${path}: ${character}`),
  );
  expect(stray).toEqual([]);
});

it.each([
  ['ja', /キャプチャ(?!ー)/],
  ['zh-CN', /捕获文件|[个此]捕获/],
  ['zh-TW', /請求(?!您)/],
] as const)('%s calls a capture and a request by one word each', (language, second) => {
  const said = [...spokenTexts(tables[language]), ...spokenTexts(filterWordTable[language], '/filter')];
  const other = said.filter(({ text }) => second.test(text));
  expect(other.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

it.each([
  ['en', en],
  ['fr', fr],
] as const)('%s puts no plural behind one', (language, table) => {
  // A search is cut at a thousand records.
  const own = miscounted(table, language).filter((one) => !one.startsWith('/logs/state/cut:'));
  expect(own).toEqual([]);
});

it('says one thing of one and another of many, in English and French', () => {
  for (const table of [en, fr]) {
    expect(table.answer.requests(1)).not.toBe(table.answer.requests(2).replace('2', '1'));
    expect(table.sanitize.sent(1)).not.toBe(table.sanitize.sent(2).replace('2', '1'));
    expect(table.answer.moreFindings(1)).not.toBe(table.answer.moreFindings(2).replace('2', '1'));
  }
});
