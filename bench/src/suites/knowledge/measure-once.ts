import { languages } from '@harrier/knowledge';
import { openBook, topicGroups } from '@harrier/knowledge/pages';

/** What one fresh process found out. */
export interface KnowledgeMeasurement {
  /** Loading one group in one language for the first time; the slowest of all. */
  readonly slowestOpenMs: number;
  /** Finding and making one page of an open group; every page of every language once. */
  readonly slowestLookupMs: number;
  readonly medianLookupMs: number;
  readonly pages: number;
}

/** `node measure-once.js` */
async function measureOnce(): Promise<KnowledgeMeasurement> {
  const lookups: number[] = [];
  let slowestOpenMs = 0;
  for (const language of languages) {
    for (const group of topicGroups) {
      const start = performance.now();
      const book = await openBook(group, language);
      slowestOpenMs = Math.max(slowestOpenMs, performance.now() - start);
      for (const name of book.names) {
        const asked = performance.now();
        const page = book.page(name);
        lookups.push(performance.now() - asked);
        if (page === undefined) throw new Error(`${group}/${name} has no page in ${language}`);
      }
    }
  }
  lookups.sort((a, b) => a - b);
  return {
    slowestOpenMs,
    slowestLookupMs: lookups.at(-1) ?? Number.NaN,
    medianLookupMs: lookups[lookups.length >> 1] ?? Number.NaN,
    pages: lookups.length,
  };
}

process.stdout.write(JSON.stringify(await measureOnce()));
