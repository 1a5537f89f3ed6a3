import { EntryFlag } from '@harrier/har';
import type { ExchangeFacts, FindingFacts, FindingId } from '@harrier/knowledge';
import type { Exchange } from '../exchange/exchange.ts';
import { exchangeFacts } from '../failures/exchange-facts.ts';
import type { ColumnView } from '../findings/capture-view.ts';
import type { Evidence, FindingDraft } from '../findings/finding.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { ownSitesOf, siteOf } from '../findings/relevance.ts';
import type { Rule } from '../findings/rule.ts';
import { groupedBy } from '../slow/by-place.ts';

type LintId = Extract<FindingId, `lint/${string}`>;

/** What is wrong with one exchange. */
export interface Remark<Id extends LintId> {
  readonly evidence: readonly Evidence[];
  /** Beyond the request itself. */
  readonly facts: Omit<FindingFacts[Id], keyof ExchangeFacts>;
}

/** The same server makes the same mistakes: so many answers of one kind are looked at, and so many altogether. */
const OF_ONE_KIND = 12;
const MAX_OPENED = 300;
const MAX_NAMED = 20;

/**
 * A rule of the list of remarks: information, never among the findings, one for each host of the own sites. `check` looks at
 * one exchange that was answered by a server, not by a cache.
 */
export function lintRule<Id extends LintId>(
  id: Id,
  check: (exchange: Exchange) => Remark<Id> | undefined,
): Rule<Id> {
  return {
    meta: { id, severity: 'info', class: 'proven', knowledgeId: 'http/lint' },
    opens: ownAnswers,
    *detect(view) {
      const remarked = ownAnswers(view).flatMap((row) => {
        const exchange = view.exchange(row);
        const remark = exchange === undefined ? undefined : check(exchange);
        return exchange === undefined || remark === undefined ? [] : [{ exchange, remark }];
      });
      for (const group of groupedBy(remarked, ({ exchange }) => view.host(exchange.entry.index))) {
        const [{ exchange, remark }] = group;
        yield {
          entries: group.slice(0, MAX_NAMED).map((one) => one.exchange.entry.index),
          evidence: remark.evidence,
          // `Omit` of one side and the other side are the whole, which the compiler does not see through the id.
          facts: { ...exchangeFacts(exchange, group.length), ...remark.facts } as FindingFacts[Id],
        } satisfies FindingDraft<Id>;
      }
    },
  };
}

/** Answers of the own sites; of all sites where the capture holds no document. */
const ownAnswers = oncePerCapture((view: ColumnView): readonly number[] => {
  const own = ownSitesOf(view);
  const { status, flags } = view.index.columns;
  const rows = view.rowsOfKinds(
    (row) =>
      (status[row] as number) > 0 &&
      view.method(row) !== 'OPTIONS' &&
      ((flags[row] as number) & EntryFlag.fromCache) === 0 &&
      (own.size === 0 || own.has(siteOf(view.host(row)))),
  );
  const { host, resourceType, mimeType } = view.index.columns;
  const kinds = groupedBy(rows, (row) => `${host[row]} ${status[row]} ${resourceType[row]} ${mimeType[row]}`);
  return kinds
    .flatMap((kind) => kind.slice(0, OF_ONE_KIND))
    .sort((a, b) => view.position(a) - view.position(b))
    .slice(0, MAX_OPENED);
});
