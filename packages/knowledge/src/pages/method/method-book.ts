import type { Language } from '../../language.ts';
import { nameFinder } from '../fold-name.ts';
import type { PageLabels } from '../labels.ts';
import { loadLabels } from '../labels.ts';
import type { Book, Page } from '../page.ts';
import type { Shelf } from '../same-shape.ts';
import { sourceOf } from '../source.ts';
import { type MethodFacts, type MethodName, methodFacts } from './method-facts.ts';
import type { MethodWords } from './method-words.ts';

const shelf: Shelf<MethodWords> = {
  en: async () => (await import('../../languages/en/pages/methods.ts')).methods,
  fr: async () => (await import('../../languages/fr/pages/methods.ts')).methods,
  ja: async () => (await import('../../languages/ja/pages/methods.ts')).methods,
  ko: async () => (await import('../../languages/ko/pages/methods.ts')).methods,
  'zh-CN': async () => (await import('../../languages/zh-cn/pages/methods.ts')).methods,
  'zh-TW': async () => (await import('../../languages/zh-tw/pages/methods.ts')).methods,
};

const asOf = '2026-11-21';
const names = Object.keys(methodFacts) as MethodName[];
const find = nameFinder(names);

/** The pages on HTTP methods. */
export async function methodBook(language: Language): Promise<Book> {
  const [words, labels] = await Promise.all([shelf[language](), loadLabels(language)]);
  return {
    title: labels.groups.method,
    overview: overview(words, labels),
    names,
    find,
    page: async (name) => {
      const method = find(name) as MethodName | undefined;
      return method === undefined ? undefined : methodPage(method, words, labels);
    },
  };
}

function methodPage(name: MethodName, { methods }: MethodWords, labels: PageLabels): Page {
  const facts: MethodFacts = methodFacts[name];
  const { meaning, use, pitfall } = methods[name];
  return {
    topic: `method/${name}`,
    title: name,
    lead: meaning,
    blocks: [
      { kind: 'facts', rows: [[labels.headings.use, use], ...factRows(facts, labels)] },
      { kind: 'text', heading: labels.headings.pitfall, text: pitfall },
      {
        kind: 'see',
        heading: labels.headings.seeAlso,
        topics: ['method', 'glossary/safe', 'glossary/idempotent'],
      },
    ],
    sources: [sourceOf(facts.source), sourceOf('RFC 9110 §9.2')],
    asOf,
  };
}

function overview(words: MethodWords, labels: PageLabels): Page {
  const { columns, headings } = labels;
  const heads = [
    columns.method,
    columns.safe,
    columns.idempotent,
    columns.cacheable,
    columns.requestContent,
    columns.responseContent,
  ];
  return {
    topic: 'method',
    title: labels.groups.method,
    lead: words.overview,
    blocks: [
      {
        kind: 'table',
        heads,
        rows: names.map((name) => [name, ...factRows(methodFacts[name], labels).map(([, value]) => value)]),
      },
      {
        kind: 'facts',
        rows: [
          [columns.safe, words.columns.safe],
          [columns.idempotent, words.columns.idempotent],
          [columns.cacheable, words.columns.cacheable],
          [headings.use, words.columns.use],
          [columns.requestContent, words.columns.requestContent],
          [columns.responseContent, words.columns.responseContent],
        ],
      },
      { kind: 'text', heading: 'PATCH', text: words.methods.PATCH.pitfall },
    ],
    sources: [sourceOf('RFC 9110 §9'), sourceOf('RFC 5789 §2')],
    asOf,
  };
}

function factRows(facts: MethodFacts, { columns, values }: PageLabels): (readonly [string, string])[] {
  const yesOrNo = (is: boolean) => (is ? values.yes : values.no);
  return [
    [columns.safe, yesOrNo(facts.safe)],
    [columns.idempotent, yesOrNo(facts.idempotent)],
    [columns.cacheable, values[facts.cacheable]],
    [columns.requestContent, values[facts.requestContent]],
    [columns.responseContent, values[facts.responseContent]],
  ];
}
