import { documentRows, originOf } from '../../../block/page-of.ts';
import { type Sha2, sha2 } from '../../../digest/sha2.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { MAX_BODY_BYTES } from '../../../exchange/exchange.ts';
import { HeadSign } from '../../../exchange/head-words.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { FindingDraft } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';
import { consoleErrorsOf } from '../../../told/told-by-browser.ts';

const MAX_OPENED = 200;
const MAX_CHECKED = 20;

/** What a page expects of a file. */
interface Expectation {
  readonly document: Exchange;
  readonly url: string;
  readonly digests: readonly { readonly algorithm: Sha2; readonly base64: string }[];
}

/**
 * Finds scripts and styles that the browser refused because their content is not what the page's `integrity` attribute
 * expects. No export of the developer tools says so: the digest of the captured content is computed again. Strong, since an exporter
 * may have changed the text. Harrier's recorder keeps what the console said: proven, and no digest is needed.
 * Quiet on: content that was captured in part or decoded with loss, captures that were sanitized, several digests of which
 * one fits. Spec: W3C Subresource Integrity §3.3.
 */
export const integrity: Rule<'block/integrity'> = {
  meta: { id: 'block/integrity', severity: 'warning', class: 'strong', knowledgeId: 'network/blocked' },
  opens: function* (view) {
    const pages = documentRows(view).filter((row) => view.marks(row).pins);
    yield* pages;
    if (pages.length > 0) yield* files(view);
  },
  *detect(view) {
    const told = yield* toldOnes(view);
    if (view.capture.log.custom._harrier !== undefined) return;
    const expectations = documentRows(view)
      .flatMap((row) => view.exchange(row) ?? [])
      .flatMap(expectationsIn);
    for (const { document, url, digests } of expectations.slice(0, MAX_CHECKED)) {
      const file = fileAt(view, url, document);
      const bytes = file === undefined ? undefined : exactBytes(file);
      const [first] = digests;
      if (file === undefined || bytes === undefined || first === undefined) continue;
      if (told.has(file.entry.index)) continue;
      if (digests.some(({ algorithm, base64 }) => base64Of(sha2(algorithm, bytes)) === base64)) continue;
      yield {
        entries: [file.entry.index],
        evidence: [
          { entry: document.entry.index, pointer: '/response/content/text', role: 'cause' },
          { entry: file.entry.index, pointer: '/response/content/text', role: 'cause' },
        ],
        facts: { ...exchangeFacts(file, 1), algorithm: first.algorithm },
      };
    }
  },
};

/** Chromium's words for it. */
const refusal =
  /Failed to find a valid digest in the 'integrity' attribute .{0,4000}computed SHA-(256|384|512)/;

/** Those of which the browser itself said so; gives back their rows. */
function* toldOnes(view: CaptureView): Generator<FindingDraft<'block/integrity'>, ReadonlySet<number>> {
  const rows = new Set<number>();
  for (const exchange of view.mentioning(HeadSign.consoleErrors)) {
    const row = exchange.entry.index;
    const said = consoleErrorsOf(exchange).find(({ content }) => refusal.test(content));
    const size = refusal.exec(said?.content ?? '')?.[1];
    if (said === undefined || size === undefined) continue;
    rows.add(row);
    yield {
      entries: [row],
      evidence: [said.evidence],
      facts: { ...exchangeFacts(exchange, 1), algorithm: `sha${size}` as Sha2 },
      class: 'proven',
    };
  }
  return rows;
}

function files(view: ColumnView): number[] {
  const { status } = view.index.columns;
  return view
    .rowsOfKinds((row) => status[row] === 200 && /^(?:script|stylesheet)$/.test(view.resourceType(row)))
    .slice(0, MAX_OPENED);
}

function expectationsIn(document: Exchange): Expectation[] {
  const html = document.responseText ?? '';
  const found: Expectation[] = [];
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^<>]{0,2000}>/gi)) {
    const target = attribute(tag, 'src') ?? attribute(tag, 'href');
    const expected = attribute(tag, 'integrity');
    const pageUrl = document.entry.request.url;
    if (target === undefined || expected === undefined || !URL.canParse(target, pageUrl)) continue;
    const digests = [...expected.matchAll(/\b(sha256|sha384|sha512)-([A-Za-z0-9+/_-]{43,88}={0,2})/g)].map(
      ([, algorithm, base64 = '']) => ({
        algorithm: algorithm as Sha2,
        base64: base64.replaceAll('-', '+').replaceAll('_', '/'),
      }),
    );
    if (digests.length > 0) found.push({ document, url: new URL(target, pageUrl).href, digests });
  }
  return found;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.replaceAll('&amp;', '&');
}

function fileAt(view: CaptureView, url: string, document: Exchange): Exchange | undefined {
  if (originOf(url) === undefined) return undefined;
  return files(view)
    .flatMap((row) => view.exchange(row) ?? [])
    .find(
      ({ entry }) =>
        entry.request.url.replace(/#.*$/s, '') === url.replace(/#.*$/s, '') &&
        view.position(entry.index) > view.position(document.entry.index),
    );
}

/** The bytes of a captured text, where the text is all of it and nothing was lost in decoding. */
function exactBytes({ entry, responseText }: Exchange): Uint8Array | undefined {
  if (responseText === undefined || responseText.includes('\ufffd')) return undefined;
  const bytes = new TextEncoder().encode(responseText);
  const { size } = entry.response.content;
  return bytes.length === size && bytes.length < MAX_BODY_BYTES ? bytes : undefined;
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
