import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Rule } from '../../../findings/rule.ts';
import { type AccessMap, accessMaps } from './access-maps.ts';

/** More names than this are a list, not an answer. */
const MAX_NAMED = 10;

/**
 * Finds permission templates that hide features: an answer with a map feature → `FULL_ACCESS` | `NO_ACCESS`. The person
 * does not see the option, nothing fails, and no status tells.
 * A user's own setting beats the organisation's, so what a `USER` level grants is not hidden; where two templates of one
 * answer disagree, which one counts is not in the capture, and the finding is a hint.
 * Source: feature access of Webex Calling (help.webex.com cx0cjc); the shape is vendor-neutral.
 */
export const featureNoAccess: Rule<'permission/feature-no-access'> = {
  meta: {
    id: 'permission/feature-no-access',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'permission/feature-access',
  },
  needs: ['response-bodies'],
  *opens(view) {
    for (let row = 0; row < view.index.length; row++) if (view.marks(row).denial) yield row;
  },
  *detect(view) {
    const told = new Set<string>();
    for (const row of view.openedRows) {
      const exchange = view.marks(row).denial ? view.exchange(row) : undefined;
      const maps = exchange === undefined ? [] : mapsOf(exchange);
      const denying = maps.filter(({ denied }) => denied.length > 0);
      const [first] = denying;
      if (exchange === undefined || first === undefined) continue;
      const own = new Set(maps.filter(isOwn).flatMap(({ granted }) => granted));
      const hidden = [...new Set(denying.flatMap(({ denied }) => denied))].filter((name) => !own.has(name));
      const granted = new Set(maps.flatMap((map) => map.granted));
      const facts = exchangeFacts(exchange, 1);
      // Portals ask for the same template again and again.
      const key = JSON.stringify([facts.host, facts.path, hidden]);
      if (hidden.length === 0 || told.has(key)) continue;
      told.add(key);
      const conflicting = hidden.some((name) => granted.has(name));
      yield {
        entries: [row],
        evidence: denying.map(({ pointer }) => ({
          entry: row,
          pointer: '/response/content/text',
          bodyPointer: pointer,
          role: 'cause' as const,
        })),
        facts: {
          ...facts,
          features: hidden.slice(0, MAX_NAMED).map(shownName).join(', '),
          featureCount: hidden.length,
          ...(first.template === undefined ? {} : { template: first.template }),
          ...(first.level === undefined ? {} : { level: first.level }),
          conflicting,
        },
        ...(conflicting ? { class: 'hint' as const } : {}),
      };
    }
  },
};

function mapsOf(exchange: Exchange): AccessMap[] {
  try {
    return accessMaps(JSON.parse(exchange.responseText ?? ''));
  } catch {
    return [];
  }
}

function isOwn({ level }: AccessMap): boolean {
  return level !== undefined && /^(?:USER|PERSON|PEOPLE)$/i.test(level);
}

/** Keys of a map are the service's words; a longer one is data. */
function shownName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
