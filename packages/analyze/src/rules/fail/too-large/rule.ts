import type { TooLarge } from '@harrier/knowledge';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { hostTroubles, statusTroubles } from '../../../failures/status-troubles.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Evidence } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

const whatOf: Readonly<Record<number, TooLarge>> = {
  400: 'fields',
  413: 'content',
  414: 'address',
  431: 'fields',
};

/** Servers older than 431 say so with 400, and in the words of their own page: nginx, Apache, Tomcat, IIS. */
const fieldsPage =
  /Request Header Or Cookie Too Large|request header field (?:exceeds server limit|is too large)|size of the request headers is too long|Request header is too large/i;

/**
 * Finds requests that were refused because of their size, and says the size: of the content, the address, or the header
 * fields, which cookies make large. The limit stands in no answer; nginx' defaults are 1 MiB of content and 8 KiB for the
 * address and for each field.
 * The size of the fields is left open where the exporter left cookies and tokens out.
 * Spec: RFC 9110 §15.5.14, §15.5.15; RFC 6585 §5.
 */
export const tooLarge: Rule<'fail/too-large'> = {
  meta: {
    id: 'fail/too-large',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'status/too-large',
    supersedes: ['fail/http-4xx'],
  },
  wants: (view) =>
    view.failures.some(({ exchange }) => isAboutFields(exchange.entry.response.status, exchange))
      ? ['request-credentials']
      : [],
  *detect(view) {
    for (const trouble of [
      ...statusTroubles(view, (status) => status === 413 || status === 414),
      // Cookies go to every address of a host.
      ...hostTroubles(
        view,
        (status, { exchange }) => isAboutFields(status, exchange),
        () => '',
      ),
    ]) {
      const [{ exchange }] = trouble.failures;
      const what = whatOf[trouble.status] ?? 'content';
      const sentBytes = sizeOf(what, exchange, view);
      const cookieBytes = what === 'fields' ? cookieSize(exchange) : 0;
      yield {
        entries: trouble.entries,
        evidence: [...trouble.evidence, ...placeOf(what, exchange)],
        facts: {
          ...trouble.facts,
          what,
          ...(sentBytes === undefined ? {} : { sentBytes }),
          ...(cookieBytes === 0 ? {} : { cookieBytes }),
        },
        ...(trouble.minor ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

function isAboutFields(status: number | undefined, { responseText = '' }: Exchange): boolean {
  return status === 431 || (status === 400 && fieldsPage.test(responseText.slice(0, 4000)));
}

function sizeOf(what: TooLarge, { entry, requestText }: Exchange, view: CaptureView): number | undefined {
  const { bodySize, headers, url } = entry.request;
  if (what === 'address') return url.replace(/#.*$/s, '').length;
  if (what === 'content') {
    // Exporters leave the files of an upload out; the field counts them. None is no size: nothing was kept.
    const promised = Number(fieldValue(headers, 'content-length') ?? 0);
    const kept = new TextEncoder().encode(requestText ?? '').length;
    return [promised, bodySize ?? 0, kept].find((size) => size > 0);
  }
  if (!view.holds('request-credentials')) return undefined;
  // A line is the name, a colon, a space, the value, and its end. RFC 9112 §5.
  return headers.reduce((sum, { name, value }) => sum + name.length + value.length + 4, 0);
}

function cookieSize({ entry }: Exchange): number {
  return entry.request.headers
    .filter(({ name }) => name.toLowerCase() === 'cookie')
    .reduce((sum, { value }) => sum + value.length, 0);
}

function placeOf(what: TooLarge, exchange: Exchange): Evidence[] {
  const { index } = exchange.entry;
  if (what === 'address') return [{ entry: index, pointer: '/request/url', role: 'cause' }];
  if (what === 'fields') return headerEvidence(exchange, 'request', 'cookie', 'cause');
  return exchange.entry.request.postData === undefined
    ? []
    : [{ entry: index, pointer: '/request/postData', role: 'cause' }];
}
