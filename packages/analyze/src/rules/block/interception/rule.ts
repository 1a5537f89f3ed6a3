import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { isSound } from '../../../slow/sound.ts';
import { vendors } from './vendors.ts';

/** Pages are looked at, the first of each host; a gateway that is in the way shows itself soon. */
const MAX_OPENED = 100;
const OF_A_HOST = 8;

/** A page that says no in the name of a company's rules, not of the service. */
const blockTitle =
  /<title[^>]{0,200}>[^<]{0,120}(?:denied|block(?:ed|iert)?|restricted|forbidden|gesperrt|verweigert|bloqu[eé]|interdit|refus[eé]|ブロック|遮断|禁止|制限|차단|拦截|攔截|阻止|web ?gateway|web ?filter)/i;
const blockReason =
  /web ?gateway|web ?filter|url ?filter|content ?filter|acceptable use|internet ?filter|filtrage|charte informatique|フィルタ|필터|过滤|過濾|(?:url|web(?:site)?|site) categor|\b(?:category|kategorie|cat[eé]gorie|categor[ií]a)\s{0,3}:|(?:カテゴリー?|카테고리|分类|類別)\s{0,3}[:：]/i;

/**
 * Finds what stands between browser and service: answers that a security gateway wrote itself (error), and header fields
 * that a known one leaves (information only; it may be all right).
 * Quiet on: `Via` of CDNs and plain proxies, refusals of firewalls that belong to the service.
 */
export const interception: Rule<'block/interception'> = {
  meta: {
    id: 'block/interception',
    severity: 'info',
    class: 'strong',
    knowledgeId: 'network/proxy',
    supersedes: [
      'auth/firewall-refused',
      'auth/unauthorized',
      'fail/html-for-json',
      'fail/http-4xx',
      'fail/http-5xx',
    ],
  },
  opens: (view) => candidates(view),
  *detect(view) {
    const marked = view.mentioning(HeadSign.gateway | HeadSign.htmlAnswer).flatMap((exchange) => {
      const field = markingField(exchange);
      const page = isBlockPage(exchange);
      return field === undefined && !page ? [] : [{ exchange, field, page }];
    });
    const groups = groupedBy(marked, ({ exchange, page }) =>
      page ? `page ${view.host(exchange.entry.index)}` : 'fields',
    );
    for (const group of groups) {
      const [{ exchange, field, page }] = group;
      const vendor = vendorOf(`${field ?? ''} ${page ? (exchange.responseText ?? '').slice(0, 20_000) : ''}`);
      yield {
        entries: page ? group.map((one) => one.exchange.entry.index) : markedRows(view, group),
        evidence: page
          ? [{ entry: exchange.entry.index, pointer: '/response/content/text', role: 'cause' }]
          : headerEvidence(exchange, 'response', field?.split(':', 1)[0] ?? '', 'cause'),
        facts: {
          ...exchangeFacts(exchange, group.length),
          blockPage: page,
          ...(vendor === undefined ? {} : { vendor }),
        },
        ...(page ? { severity: 'error' as const } : {}),
      };
    }
  },
};

/** Some answers that bear the mark. A failed one has a reason of its own, which the mark does not explain. */
function markedRows(view: CaptureView, marked: readonly { readonly exchange: Exchange }[]): number[] {
  return marked
    .map(({ exchange }) => exchange.entry.index)
    .filter((row) => isSound(view, row))
    .slice(0, 20);
}

const candidates = oncePerCapture((view: ColumnView): readonly number[] => {
  const pages = view.rowsOfKinds(
    (row) => view.mimeType(row) === 'text/html' || view.resourceType(row) === 'document',
  );
  return groupedBy(pages, (row) => view.host(row))
    .flatMap((rows) => rows.slice(0, OF_A_HOST))
    .slice(0, MAX_OPENED);
});

/** A field of the answer that a known gateway leaves: `via: 1.1 zscaler…`. Only its name and the vendor are told. */
function markingField({ entry }: Exchange): string | undefined {
  const fields = entry.response.headers.filter(({ name }) =>
    /^(?:via|server|x-[\w-]+|proxy-[\w-]+)$/i.test(name),
  );
  const field = fields.find(
    ({ name, value }) =>
      vendorOf(name) !== undefined ||
      (/^(?:via|server|x-cache)$/i.test(name) && vendorOf(value) !== undefined),
  );
  return field === undefined ? undefined : `${field.name.toLowerCase()}: ${field.value.slice(0, 200)}`;
}

function isBlockPage({ entry, responseText = '' }: Exchange): boolean {
  const { status = 0, headers } = entry.response;
  if (!/html/i.test(fieldValue(headers, 'content-type') ?? '') || status === 0 || status === 404)
    return false;
  const text = responseText.slice(0, 20_000);
  if (!blockTitle.test(text)) return false;
  return vendorOf(text) !== undefined || blockReason.test(text);
}

function vendorOf(text: string): string | undefined {
  return vendors.find(([pattern]) => pattern.test(text))?.[1];
}
