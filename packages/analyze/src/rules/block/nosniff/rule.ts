import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { saidInConsole } from '../../../told/told-by-browser.ts';

const MAX_OPENED = 100;
/** WHATWG MIME Sniffing §4.6, JavaScript MIME type. */
const javascript =
  /^(?:application|text)\/(?:x-)?(?:java|ecma)script$|^text\/(?:javascript1\.[0-5]|jscript|livescript)$/;

/** Chromium's words for it. */
const refusal = /because its MIME type .{0,200} strict MIME (?:type )?checking is enabled/;

/**
 * Finds scripts and styles that the browser did not use: the answer forbids guessing (`X-Content-Type-Options: nosniff`)
 * and calls itself something else. Mostly an error page with status 200, or a server that does not know the file's ending.
 * An export of the developer tools bears no mark of it (measured), so it is read from the fields: strong. Harrier's recorder keeps
 * what the console said: proven.
 * Quiet on: matching media types, answers without `nosniff`, WebAssembly and JSON modules. Spec: Fetch standard, nosniff.
 */
export const nosniff: Rule<'block/nosniff'> = {
  meta: {
    id: 'block/nosniff',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'network/blocked',
    supersedes: ['fail/network', 'block/by-client'],
  },
  opens: candidates,
  *detect(view) {
    const refused = candidates(view)
      .flatMap((row) => view.exchange(row) ?? [])
      .filter((exchange) => isRefused(exchange));
    for (const group of byPlace(refused)) {
      const [first] = group;
      const said = saidInConsole(first, refusal);
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          ...(said === undefined ? [] : [said]),
          ...headerEvidence(first, 'response', 'content-type', 'cause'),
          ...headerEvidence(first, 'response', 'x-content-type-options', 'cause'),
        ],
        facts: {
          ...exchangeFacts(first, group.length),
          mimeType: mimeTypeOf(first),
          expected: expectedFor(first),
        },
        ...(said === undefined ? {} : { class: 'proven' as const }),
      };
    }
  },
};

function candidates(view: ColumnView): number[] {
  const { status } = view.index.columns;
  return view
    .rowsOfKinds((row) => status[row] === 200 && /^(?:script|stylesheet)$/.test(view.resourceType(row)))
    .filter((row) => {
      const mimeType = view.mimeType(row);
      return view.resourceType(row) === 'script' ? !javascript.test(mimeType) : mimeType !== 'text/css';
    })
    .slice(0, MAX_OPENED);
}

function isRefused(exchange: Exchange): boolean {
  const { request, response } = exchange.entry;
  if (!/^\s*nosniff\s*(?:,|$)/i.test(fieldValue(response.headers, 'x-content-type-options') ?? ''))
    return false;
  const mimeType = mimeTypeOf(exchange);
  const purpose = fieldValue(request.headers, 'sec-fetch-dest');
  if (mimeType === '' || (purpose !== undefined && !/^(?:script|style)$/.test(purpose))) return false;
  return expectedFor(exchange) === 'text/css' ? mimeType !== 'text/css' : !javascript.test(mimeType);
}

function expectedFor({ entry }: Exchange): 'text/css' | 'text/javascript' {
  return entry.resourceType === 'stylesheet' ? 'text/css' : 'text/javascript';
}

/** As the answer calls itself, without parameters; `''` where it does not. */
function mimeTypeOf({ entry }: Exchange): string {
  const written = fieldValue(entry.response.headers, 'content-type') ?? '';
  const mimeType = written.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mimeType) ? mimeType : '';
}
