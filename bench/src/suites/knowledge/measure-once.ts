import { type Language, languages } from '@harrier/knowledge';
import { openBook, topicGroups } from '@harrier/knowledge/pages';

/** What one fresh process found out about one language: somebody who reads has one. */
export interface KnowledgeMeasurement {
  /** Loading each group for the first time. */
  readonly openMs: readonly number[];
  /** Finding and making each page of an open group once. */
  readonly lookupMs: readonly number[];
}

/** `node measure-once.js <language>` */
async function measureOnce(language: Language): Promise<KnowledgeMeasurement> {
  const openMs: number[] = [];
  const lookupMs: number[] = [];
  for (const group of topicGroups) {
    const start = performance.now();
    const book = await openBook(group, language);
    openMs.push(performance.now() - start);
    for (const name of book.names) {
      const asked = performance.now();
      const page = await book.page(name);
      lookupMs.push(performance.now() - asked);
      if (page === undefined) throw new Error(`${group}/${name} has no page in ${language}`);
    }
  }
  return { openMs, lookupMs };
}

const asked = languages.find((one) => one === process.argv[2]);
if (asked === undefined) throw new Error('which language?');
process.stdout.write(JSON.stringify(await measureOnce(asked)));
