import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { alikeBy } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { mayBeCall } from '../../../findings/row-kinds.ts';
import type { Rule } from '../../../findings/rule.ts';

/** One call of each host, method and length of URL is opened, and no more than this. */
const MAX_OPENED = 200;

/**
 * Finds calls of an interface that announces its end: since when it is outdated, when it will be switched off, and what takes
 * its place, where the answer says so. Information; a warning where that day has passed.
 * Spec: RFC 9745 (Deprecation), RFC 8594 (Sunset), RFC 5829 (successor-version), RFC 7234 §5.5 (Warning 299).
 */
export const deprecatedApi: Rule<'version/deprecated-api'> = {
  meta: {
    id: 'version/deprecated-api',
    severity: 'info',
    class: 'proven',
    knowledgeId: 'version/deprecated-api',
  },
  *opens(view) {
    yield* callSample(view);
  },
  *detect(view) {
    const told = view.mentioning(HeadSign.deprecation).flatMap((exchange) => {
      const notice = noticeOf(exchange);
      return notice === undefined ? [] : [{ row: exchange.entry.index, exchange, notice }];
    });
    const groups = alikeBy(told, ({ exchange, notice }) =>
      JSON.stringify([exchange.entry.request.method, urlPlace(exchange.entry.request.url), notice]),
    );
    for (const group of groups) {
      const [{ exchange, notice }] = group;
      yield {
        entries: group.map(({ row }) => row),
        evidence: ['deprecation', 'sunset', 'link', 'warning'].flatMap((name) =>
          headerEvidence(exchange, 'response', name, name === 'link' ? 'context' : 'cause'),
        ),
        facts: { ...exchangeFacts(exchange, group.length), ...notice },
        ...(notice.isOver ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

interface Notice {
  readonly since?: string;
  readonly until?: string;
  readonly isOver: boolean;
  readonly successor?: string;
}

function noticeOf(exchange: Exchange): Notice | undefined {
  const { headers } = exchange.entry.response;
  const deprecation = fieldValue(headers, 'deprecation')?.trim() ?? '';
  const sunset = Date.parse(fieldValue(headers, 'sunset') ?? '');
  const isAnnounced =
    (deprecation !== '' && !/^(?:false|\?0)$/i.test(deprecation)) ||
    !Number.isNaN(sunset) ||
    /^\s*299\b.*\bdeprecat/i.test(fieldValue(headers, 'warning') ?? '');
  if (!isAnnounced) return undefined;
  const since = dayOf(
    /^@(\d{9,11})$/.test(deprecation) ? Number(deprecation.slice(1)) * 1000 : Date.parse(deprecation),
  );
  const until = dayOf(sunset);
  const successor = successorIn(fieldValue(headers, 'link') ?? '', exchange.entry.request.url);
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    isOver: !Number.isNaN(sunset) && sunset < (exchange.entry.startEpochMs ?? Number.NEGATIVE_INFINITY),
    ...(successor === undefined ? {} : { successor }),
  };
}

/** ISO 8601, the day alone. */
function dayOf(epochMs: number): string | undefined {
  return Number.isNaN(epochMs) || Math.abs(epochMs) > 8e15
    ? undefined
    : new Date(epochMs).toISOString().slice(0, 10);
}

/** The path of the link that takes the place of this one. RFC 8288, RFC 5829. */
function successorIn(link: string, base: string): string | undefined {
  const target = /<([^<>]{1,500})>[^<,]{0,200}\brel\s{0,3}=\s{0,3}"?[^",]{0,60}\bsuccessor-version\b/i.exec(
    link,
  )?.[1];
  if (target === undefined || !URL.canParse(target, base)) return undefined;
  return urlPlace(new URL(target, base).href).path;
}

/** Calls that differ by what the columns tell. */
function callSample(view: ColumnView): number[] {
  const calls = view.rowsOfKinds((row) => mayBeCall(view, row) && view.outcome(row) === 'answered');
  const kinds = alikeBy(
    calls,
    (row) => `${view.host(row)} ${view.method(row)} ${view.index.columns.urlLength[row]}`,
  );
  return kinds.map(([first]) => first).slice(0, MAX_OPENED);
}
