import { isDevTools } from '@harrier/har';
import { isSignInUrl } from '../../../auth/sign-in.ts';
import { redirectTarget } from '../../../chains/redirects.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { isMaskedValue } from '../../../exchange/masked-value.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { carriesCredentials } from '../../../findings/evidence-held.ts';
import type { Evidence, FindingDraft } from '../../../findings/finding.ts';
import { sampleRows } from '../sample.ts';

/** Of fewer requests nobody can tell whether anybody was signed in. */
const LEAST_REQUESTS = 5;

type Draft = FindingDraft<'capture/sanitized'>;

const known = new WeakMap<CaptureView['openedRows'], { readonly found: Draft | undefined }>();

/** What shows that somebody took the credentials out, and who; undefined: nothing does. */
export function credentialsTakenOut(view: CaptureView): Draft | undefined {
  return byMarker(view) ?? credentialsLeftOut(view);
}

/** The same of somebody who left nothing in their place, as Harrier does not; looked for once in a capture. */
export function credentialsLeftOut(view: CaptureView): Draft | undefined {
  const before = known.get(view.openedRows);
  if (before !== undefined) return before.found;
  const found = byMasks(view) ?? byAbsence(view);
  known.set(view.openedRows, { found });
  return found;
}

function byMarker({ capture }: CaptureView): Draft | undefined {
  const marker = capture.log.custom._harrier;
  if (typeof marker !== 'object' || marker === null) return undefined;
  if ((marker as Record<string, unknown>).sanitized !== true) return undefined;
  return { entries: [], evidence: [], facts: { by: 'harrier' } };
}

function byMasks(view: CaptureView): Draft | undefined {
  const evidence: Evidence[] = [];
  for (const row of view.openedRows) {
    const headers = view.exchange(row)?.entry.request.headers ?? [];
    const at = headers.findIndex(({ name }) => /^(?:authorization|cookie)$/i.test(name));
    if (at < 0) continue;
    // A tool masks them all, a person the one they were told of.
    if (!isMasked(headers[at]?.value ?? '')) return undefined;
    evidence.push({ entry: row, pointer: `/request/headers/${at}/value`, role: 'cause' });
  }
  if (evidence.length < LEAST_REQUESTS) return undefined;
  return { entries: [], evidence: evidence.slice(0, 1), facts: { by: 'other' } };
}

function isMasked(value: string): boolean {
  return isMaskedValue(value.replace(/^(?:Bearer|Basic)\s{1,4}/i, ''));
}

function byAbsence(view: CaptureView): Draft | undefined {
  const rows = sampleRows(view).filter((row) => view.exchange(row) !== undefined);
  if (!isDevTools(view.capture.producer) || rows.length < LEAST_REQUESTS) return undefined;
  if (rows.some((row) => carriesCredentials(view, row) || setsCookie(view.exchange(row)))) return undefined;
  for (const row of view.openedRows) {
    const pointer = signOfCredentials(view.exchange(row));
    if (pointer === undefined) continue;
    return {
      entries: [row],
      evidence: [{ entry: row, pointer, role: 'context' }],
      facts: { by: 'devtools' },
      class: 'strong',
    };
  }
  return undefined;
}

function setsCookie(exchange: Exchange | undefined): boolean {
  return exchange !== undefined && fieldValue(exchange.entry.response.headers, 'set-cookie') !== undefined;
}

function isRedirect({ entry }: Exchange): boolean {
  const { status = 0 } = entry.response;
  return entry.request.method === 'GET' && status >= 300 && status < 400;
}

/** Where an exchange shows that somebody was signed in: what a preflight asks for, what an answer allows, who a sign-in sends on. */
function signOfCredentials(exchange: Exchange | undefined): string | undefined {
  if (exchange === undefined) return undefined;
  const { request, response } = exchange.entry;
  const asks = request.headers.findIndex(
    ({ name, value }) => /^access-control-request-headers$/i.test(name) && /authorization/i.test(value),
  );
  if (asks >= 0) return `/request/headers/${asks}/value`;
  const allows = response.headers.findIndex(
    ({ name, value }) => /^access-control-allow-credentials$/i.test(name) && /^true$/i.test(value.trim()),
  );
  if (allows >= 0) return `/response/headers/${allows}/value`;
  // Who is sent on from a sign-in without being asked was known there, and by nothing but a cookie.
  const sentOn = redirectTarget(exchange);
  if (isRedirect(exchange) && isSignInUrl(request.url) && sentOn !== undefined && !isSignInUrl(sentOn))
    return '/response/status';
  return /"access_token"\s{0,4}:/.test(exchange.responseText ?? '') ? '/response/content/text' : undefined;
}
