import { alikeOfHost } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { missingChunks, pagesForCode } from '../../../version/missing-chunks.ts';

/** So many pages in the place of scripts are opened. */
const MAX_OPENED = 100;

/**
 * Finds files of a build that the server does not have any more: their names change with every build, and the page that asked
 * for them is older than the last one. The server answers 404, or sends the application's page in their place, which browsers
 * refuse to run. Once a host: one deploy loses them all.
 * Quiet on: files whose names carry no hash, which may simply be misspelt (`fail/http-4xx`).
 * Spec: HTML §8.1.4.2 (fetching scripts); build tools' own names, see `version/hashed-name.ts`.
 */
export const chunkMissing: Rule<'version/chunk-missing'> = {
  meta: {
    id: 'version/chunk-missing',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'version/chunk-missing',
    supersedes: ['fail/http-4xx'],
  },
  *opens(view) {
    yield* pagesForCode(view).slice(0, MAX_OPENED);
  },
  *detect(view) {
    for (const group of alikeOfHost(missingChunks(view), ({ how }) => how)) {
      const [{ row, exchange, how }] = group;
      yield {
        entries: group.map((chunk) => chunk.row),
        evidence: [
          statusEvidence(row, 'cause'),
          { entry: row, pointer: '/request/url', role: 'cause' },
          ...(how === 'page' ? headerEvidence(exchange, 'response', 'content-type', 'cause') : []),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          how,
        },
      };
    }
  },
};
