import type { Language } from '../../language.ts';
import { nameFinder } from '../fold-name.ts';
import { loadLabels, type PageLabels } from '../labels.ts';
import type { Book, Page } from '../page.ts';
import type { Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';
import {
  cacheability,
  mayCarryContent,
  type StatusCode,
  type StatusFacts,
  statusFacts,
} from './status-facts.ts';
import type { StatusWords } from './status-words.ts';

const shelf: Shelf<StatusWords> = {
  en: async () => (await import('../../languages/en/pages/statuses.ts')).statuses,
  fr: async () => (await import('../../languages/fr/pages/statuses.ts')).statuses,
  ja: async () => (await import('../../languages/ja/pages/statuses.ts')).statuses,
  ko: async () => (await import('../../languages/ko/pages/statuses.ts')).statuses,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/statuses.ts')).statuses,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/statuses.ts')).statuses,
};

const asOf = '2026-11-21';
// Integer-like keys of an object come in ascending order.
const names = Object.keys(statusFacts) as StatusCode[];
/** `not found`, `502 Bad Gateway`: the reason phrase finds its code where no other code has the same. */
const codeOf = nameFinder(
  names,
  Object.fromEntries(
    names.flatMap((code) => {
      const { phrase } = statusFacts[code];
      return phrase.startsWith('(') || phrase === 'Unauthorized'
        ? [[`${code} ${phrase}`, code]]
        : [
            [phrase, code],
            [`${code} ${phrase}`, code],
          ];
    }),
  ),
);

/** Two codes are called so; who says it without a number means the one that is registered. */
const find = (name: string) => (name.trim().toLowerCase() === 'unauthorized' ? '401' : codeOf(name));

/** The pages on status codes. */
export async function statusBook(language: Language): Promise<Book> {
  const [words, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  return {
    title: labels.groups.status,
    overview: overview(words, labels),
    names,
    find,
    page: async (name) => {
      const code = find(name) as StatusCode | undefined;
      return code === undefined ? undefined : statusPage(code, words, labels);
    },
  };
}

function statusPage(
  code: StatusCode,
  { statuses }: StatusWords,
  { columns, headings, values }: PageLabels,
): Page {
  const { phrase, by, source, retry }: StatusFacts = statusFacts[code];
  const [meaning, next] = statuses[code];
  const rows: (readonly [string, string])[] = [[headings.registered, `\`${by}\``]];
  if (retry !== undefined) rows.push([headings.retry, values[retry]]);
  const cacheable = cacheability(code);
  if (cacheable !== undefined) rows.push([columns.cacheable, values[cacheable]]);
  if (mayCarryContent(code) === false) rows.push([columns.responseContent, values.no]);
  return {
    topic: `status/${code}`,
    // A status that nobody sent has no reason phrase to keep as it is.
    title: code === '0' ? `0 (${values.noResponse})` : `${code} ${phrase}`,
    lead: meaning,
    blocks: [
      { kind: 'text', heading: headings.next, text: next },
      { kind: 'facts', rows },
    ],
    // Where caches are not forbidden, the rule stands there and not with the code.
    sources: [source, ...(cacheable === 'yes' || cacheable === 'marked' ? ['RFC 9110 §15.1'] : [])].map(
      sourceOf,
    ),
    asOf,
  };
}

function overview({ overview: lead, classes }: StatusWords, labels: PageLabels): Page {
  return {
    topic: 'status',
    title: labels.groups.status,
    lead,
    blocks: [
      { kind: 'facts', rows: Object.entries(classes).map(([digit, meaning]) => [`${digit}xx`, meaning]) },
    ],
    sources: [sourceOf('RFC 9110 §15'), sourceOf('IANA, HTTP Status Code Registry')],
    asOf,
  };
}
