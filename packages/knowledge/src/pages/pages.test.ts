import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../language.ts';
import { openBook } from './books.ts';
import type { Page } from './page.ts';
import { segments } from './segments.ts';
import { registeredStatusCodes, statusFacts } from './status/status-facts.ts';
import { everyPage, textsOf } from './testing/every-page.ts';
import { topicGroups } from './topic.ts';

const pagesOf = new Map<Language, Page[]>();

beforeAll(async () => {
  for (const language of languages) pagesOf.set(language, await everyPage(language));
});

/** Texts that may be the same in two languages: literals, numbers, names, and words that both have. */
const mayBeEqual = new RegExp(
  [
    // A title or cell that is a literal: a method, a status with its phrase, a header field, a product.
    '^[\\x21-\\x7e]+$',
    '^`[^`]+`(?:, `[^`]+`)*$',
    // Products, and names of phases as DevTools has them.
    '^Google Chrome$|^Microsoft Edge$|^Mozilla Firefox$|^Fiddler Classic$|^Service [Ww]orker$',
    '^TLS \\(SSL\\)$|^ServiceWorker respondWith$',
    '^\\d{1,3} [\\x20-\\x7e]+$',
  ].join('|'),
);

describe.each(languages)('%s', (language) => {
  const pages = () => pagesOf.get(language)!;
  const texts = () =>
    pages().flatMap((page) => textsOf(page).map(([place, text]) => ({ at: `${page.topic} ${place}`, text })));

  it('has the same pages with the same parts as English', () => {
    const shape = (page: Page) => [page.topic, textsOf(page).length, page.sources, page.asOf];
    expect(pages().map(shape)).toEqual(pagesOf.get('en')!.map(shape));
  });

  it('has whole texts, without places left open or marks left half', () => {
    for (const { at, text } of texts()) {
      expect({ at, text }).toEqual({ at, text: text.trim() });
      expect({
        at,
        bad: /undefined|NaN|\[object|\{(?!\w+\})|(?<!\{\w+)\}|\s{2,}|。。|\.\.(?!\.)|TODO/.exec(text)?.[0],
      }).toEqual({ at, bad: undefined });
      const rest = segments(text)
        .filter(({ kind }) => kind === 'text')
        .map((part) => part.text)
        .join('');
      expect({ at, mark: /`|\*\*/.exec(rest)?.[0] }).toEqual({ at, mark: undefined });
    }
  });

  it('keeps every literal as English has it', () => {
    const english = pagesOf.get('en')!;
    for (const [at, page] of pages().entries()) {
      const own = textsOf(page);
      for (const [line, [place, text]] of textsOf(english[at]!).entries()) {
        const literals = (marked: string) =>
          segments(marked)
            .filter(({ kind }) => kind === 'literal')
            .map((part) => part.text)
            .sort();
        const where = `${page.topic} ${place}`;
        expect({ where, literals: [...new Set(literals(own[line]![1]))] }).toEqual({
          where,
          literals: [...new Set(literals(text))],
        });
      }
    }
  });

  it('says as many menu items as English', () => {
    const count = (page: Page) =>
      textsOf(page).map(([, text]) => segments(text).filter(({ kind }) => kind === 'menu').length);
    const english = pagesOf.get('en')!;
    for (const [at, page] of pages().entries())
      expect({ topic: page.topic, menus: count(page) }).toEqual({
        topic: page.topic,
        menus: count(english[at]!),
      });
  });

  it('keeps numbers', () => {
    const english = pagesOf.get('en')!;
    // Japanese and Korean name number systems with figures.
    const numbers = (text: string) =>
      [...new Set(text.replace(/(\d),(?=\d)/g, '$1.').match(/\d{2,}(?:\.\d+)?(?! ?[進진])/g) ?? [])].sort();
    for (const [at, page] of pages().entries()) {
      const own = textsOf(page);
      for (const [line, [place, text]] of textsOf(english[at]!).entries())
        expect({ at: `${page.topic} ${place}`, numbers: numbers(own[line]![1]) }).toEqual({
          at: `${page.topic} ${place}`,
          numbers: numbers(text),
        });
    }
  });

  it('ends sentences as its writing does', () => {
    const stop = language === 'ja' || language.startsWith('zh') ? /[。）]$/ : /[.)]$/;
    for (const { lead, topic } of pages())
      expect({ topic, lead }).toEqual({ topic, lead: expect.stringMatching(stop) });
  });

  it('names a source, its licence and a day on every page', () => {
    for (const { topic, sources, asOf } of pages()) {
      expect({ topic, count: sources.length > 0 }).toEqual({ topic, count: true });
      for (const { document, licence } of sources) {
        expect(document).not.toBe('');
        if (/^(?:RFC|Fetch|HTML|W3C|IANA)\b/.test(document)) expect(licence).toBeDefined();
      }
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('links only to pages that are there', () => {
    const topics = new Set(pages().map(({ topic }) => topic));
    const links = pages().flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'see' ? block.topics : [])),
    );
    expect(links.filter((link) => !topics.has(link))).toEqual([]);
  });
});

const textOf = (language: Language) =>
  pagesOf
    .get(language)!
    .flatMap((page) => textsOf(page).map(([, text]) => text))
    .join('\n');

it.each(languages.filter((language) => language !== 'en'))('%s leaves no English text', (language) => {
  const marked = (page: Page) =>
    textsOf(page).map(([place, text]) => ({ at: `${page.topic} ${place}`, text }));
  const english = new Set(pagesOf.get('en')!.flatMap((page) => textsOf(page).map(([, text]) => text)));
  const left = pagesOf
    .get(language)!
    .flatMap(marked)
    .filter(({ text }) => english.has(text) && !mayBeEqual.test(text));
  expect(left).toEqual([]);
});

it('writes Japanese with kana, Korean with Hangul, and neither elsewhere', () => {
  const kana = /[\u3040-\u30ff]/;
  const hangul = /[\uac00-\ud7a3]/;
  for (const language of languages) {
    expect({ language, kana: kana.test(textOf(language)) }).toEqual({ language, kana: language === 'ja' });
    expect({ language, hangul: hangul.test(textOf(language)) }).toEqual({
      language,
      hangul: language === 'ko',
    });
  }
});

it('writes each Chinese with its own characters', () => {
  // Pairs that both writings use often: the one on the left is simplified, the one on the right traditional.
  const pairs =
    '请請应應档檔录錄说說绝絕权權检檢浏瀏览覽这這为為个個来來对對时時间間过過还還没沒后後会會发發经經网網页頁务務统統计計该該错錯误誤状狀态態码碼头頭标標题題连連线線络絡户戶显顯谁誰问問维維护護临臨复複载載传傳输輸响響两兩边邊并並从從关關开開断斷据據较較测測试試';
  const characters = [...pairs];
  const simplified = characters.filter((_, at) => at % 2 === 0).filter((character) => character !== '后');
  const traditional = characters.filter((_, at) => at % 2 === 1);
  const found = (text: string, wrong: readonly string[]) =>
    wrong.filter((character) => text.includes(character));
  expect(found(textOf('zh-CN'), traditional)).toEqual([]);
  expect(found(textOf('zh-TW'), simplified)).toEqual([]);
  // Words of the mainland have their own counterparts in Taiwan.
  expect(
    /網絡|服務器|用戶名|默認|信息|軟件|緩存|鏈接|代理|文件夾|程序|登錄|屏幕|加載|數據|響應|請求/.exec(
      textOf('zh-TW'),
    )?.[0],
  ).toBeUndefined();
  expect(/伺服器|網路|資料|程式|預設|連線|快取|軟體|回應/.exec(textOf('zh-CN'))?.[0]).toBeUndefined();
});

it('uses the punctuation of its writing', () => {
  // What findings say has captured text in it, unmarked.
  const own = (language: Language) =>
    pagesOf
      .get(language)!
      .filter(({ topic }) => !topic.startsWith('finding/'))
      .flatMap((page) => textsOf(page).map(([, text]) => text));
  const around = (text: string, between: string) =>
    segments(text)
      .filter(({ kind }) => kind === 'text')
      .map((part) => part.text)
      .join(between);
  // Chinese and Japanese sentences take full-width punctuation; half-width stands only inside literals.
  for (const language of ['ja', 'zh-CN', 'zh-TW'] as const) {
    const wrong = own(language)
      .map((text) => around(text, '\u0001'))
      .flatMap(
        (text) =>
          text.match(/[\u3040-\u30ff\u4e00-\u9fff][,;:!?]|[,;:!?][\u3040-\u30ff\u4e00-\u9fff]/g) ?? [],
      );
    expect({ language, wrong }).toEqual({ language, wrong: [] });
  }
  // A no-break space is not asked for: screens break at the space before a French colon rarely enough. The space is.
  const french = own('fr').map((text) => around(text, 'x'));
  expect(french.flatMap((text) => text.match(/.{10}[^\s\u00a0][;:!?](?=\s|$)/g) ?? [])).toEqual([]);
  expect(french.flatMap((text) => text.match(/.{5}\w'\w/g) ?? [])).toEqual([]);
});

it('opens every group in every language', async () => {
  for (const group of topicGroups)
    for (const language of languages) expect((await openBook(group, language)).title).not.toBe('');
});

it('finds a page by any of its names', async () => {
  const method = await openBook('method', 'en');
  expect((await method.page('patch'))?.title).toBe('PATCH');
  expect(await method.page('constructor')).toBeUndefined();
  const status = await openBook('status', 'ja');
  expect((await status.page('502'))?.title).toBe('502 Bad Gateway');
  expect((await status.page('bad gateway'))?.topic).toBe('status/502');
  expect((await status.page('Unauthorized'))?.topic).toBe('status/401');
  expect(await status.page('299')).toBeUndefined();
});

it('knows all sixty-four status codes that IANA lists, and thirty that products made up', () => {
  expect(registeredStatusCodes.length).toBe(64);
  expect(Object.keys(statusFacts).length).toBeGreaterThanOrEqual(94);
});

it.each([
  'Queueing',
  'Stalled',
  'DNS Lookup',
  'Initial connection',
  'Proxy negotiation',
  'Request sent',
  'ServiceWorker Preparation',
  'Request to ServiceWorker',
  'Waiting (TTFB)',
  'waiting',
  'Content Download',
  'dns',
  '_wait',
])('knows the phase %s', async (name) => {
  expect(await (await openBook('phase', 'en')).page(name)).toBeDefined();
});

it('follows RFC 5789 on PATCH, and says that guides differ', async () => {
  for (const language of languages) {
    const page = await (await openBook('method', language)).page('PATCH');
    expect(JSON.stringify(page)).toContain('RFC 5789');
  }
});
