import { UNKNOWN_SIZE } from '@harrier/har';
import type { CacheTrouble } from '@harrier/knowledge';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { repeatedCalls } from '../../../slow/repeated.ts';
import { isOrdinary, isSound } from '../../../slow/sound.ts';

/** Files named by their content never change under that name: `main.3f9a1c2b.js`, `chunk-B7xQ21aZ.css`. */
const hashedName =
  /[.\-_](?:[0-9a-f]{8,64}|(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Z])[A-Za-z0-9_-]{8,24})\.(?:js|mjs|css|woff2?|ttf|svg|png|jpe?g|webp|avif|gif)$/;
const assetTypes: ReadonlySet<string> = new Set(['script', 'stylesheet', 'font', 'image']);
/** Loads that cost less than a tenth of a second of slow 4G are not worth a warning. */
const WARN_BYTES = 50_000;
const MAX_OPENED = 60;
const MAX_READS = 40;
/** Files that were asked for once, and whose name tells nothing: whether the browser asked if they changed. */
const MAX_PLAIN = 30;

/**
 * Finds files that the browser has to fetch again although they did not change: named by their content and sent without a
 * lifetime, fetched twice in this capture with the same validator, or sent whole although the browser asked whether it changed.
 * Quiet on: what was still fresh and was fetched all the same (another profile, an emptied cache), captures of which every request forbids the cache (DevTools' "Disable cache", hard reload), caches, conditional answers.
 * Spec: RFC 9111 §4.2, RFC 8246 (`immutable`).
 */
export const notCached: Rule<'slow/not-cached'> = {
  meta: { id: 'slow/not-cached', severity: 'info', class: 'proven', knowledgeId: 'http/caching' },
  opens: (view) => assets(view),
  *detect(view) {
    const exchanges = assets(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? []);
    const seen = new Map<string, Seen>();
    const isOff = exchanges.every(forbidsCache);
    const troubled = exchanges.flatMap((exchange) => {
      const trouble = troubleOf(exchange, isOff, seen, view.startMs(exchange.entry.index));
      return trouble === undefined ? [] : [{ exchange, trouble }];
    });
    const groups = groupedBy(troubled, ({ exchange, trouble }) => trouble + view.host(exchange.entry.index));
    for (const group of groups) {
      const [{ exchange, trouble }] = group;
      const { contentSize } = view.index.columns;
      const again = new Set(group.map((one) => one.exchange.entry.request.url));
      const earlier = exchanges
        .filter(({ entry }) => trouble === 'fetched-again' && again.has(entry.request.url))
        .map(({ entry }) => entry.index)
        .filter((row) => !group.some((one) => one.exchange.entry.index === row));
      const sizes = group.map((one) => contentSize[one.exchange.entry.index] as number);
      const sizeBytes = sizes.reduce((sum, size) => sum + (size === UNKNOWN_SIZE ? 0 : size), 0);
      yield {
        entries: [...group.map((one) => one.exchange.entry.index), ...earlier],
        // What the cache could have answered is asked for again.
        ...(trouble === 'fetched-again'
          ? { explains: [...group.map((one) => one.exchange.entry.index), ...earlier] }
          : {}),
        evidence: [
          { entry: exchange.entry.index, pointer: '/request/url', role: 'cause' },
          ...headerEvidence(exchange, 'response', 'cache-control', 'cause'),
          ...headerEvidence(exchange, 'response', 'etag'),
        ],
        facts: { ...exchangeFacts(exchange, group.length), trouble, sizeBytes },
        ...(sizeBytes >= WARN_BYTES ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

const assets = oncePerCapture((view: ColumnView): readonly number[] => {
  const { status } = view.index.columns;
  const reads = view.rowsOfKinds(
    (row) => status[row] === 200 && view.method(row) === 'GET' && isOrdinary(view, row),
  );
  const files = reads.filter((row) => isAsset(view, row));
  const times = new Map<string, number>();
  for (const row of files) {
    const url = view.url(row) ?? '';
    times.set(url, (times.get(url) ?? 0) + 1);
  }
  let plain = 0;
  const telling = files.filter((row) => {
    const url = view.url(row);
    const says =
      url === undefined || (times.get(url) ?? 0) > 1 || hashedName.test(url.replace(/[?#].*$/s, ''));
    return says || plain++ < MAX_PLAIN;
  });
  return [
    ...telling.slice(0, MAX_OPENED),
    ...repeatedCalls(view)
      .flatMap((rows) => sameSized(view, rows))
      .slice(0, MAX_READS),
  ].sort((a, b) => view.position(a) - view.position(b));
});

/** Of reads of one URL those that were answered at the same length as another one: they may not have changed. */
function sameSized(view: ColumnView, rows: readonly number[]): number[] {
  const { status, contentSize } = view.index.columns;
  const reads = rows.filter((row) => status[row] === 200 && view.method(row) === 'GET');
  return groupedBy(reads, (row) => String(contentSize[row]))
    .filter((group) => group.length > 1)
    .flat();
}

/** By its media type where the exporter does not say what a request was for. */
function isAsset(view: ColumnView, row: number): boolean {
  const type = view.resourceType(row);
  return type === ''
    ? /javascript|^text\/css$|^font\/|^image\//.test(view.mimeType(row))
    : assetTypes.has(type);
}

/** RFC 9111 §5.2.1; DevTools' "Disable cache" writes it into every request. */
function forbidsCache({ entry }: Exchange): boolean {
  return /no-cache|no-store|max-age=0/i.test(fieldValue(entry.request.headers, 'cache-control') ?? '');
}

/** When and on which page a file was fetched. */
interface Seen {
  readonly startMs: number;
  readonly pageref: string | undefined;
}

function troubleOf(
  exchange: Exchange,
  isOff: boolean,
  seen: Map<string, Seen>,
  startMs: number,
): CacheTrouble | undefined {
  const { entry } = exchange;
  const { request, response } = entry;
  const validator = fieldValue(response.headers, 'etag') ?? fieldValue(response.headers, 'last-modified');
  // Asked whether it changed, and sent whole although it did not.
  if (validator !== undefined && fieldValue(request.headers, 'if-none-match') === validator)
    return 'fetched-again';
  const mayBeKept = !/no-store|no-cache|max-age=0/i.test(fieldValue(response.headers, 'cache-control') ?? '');
  if (validator !== undefined && mayBeKept && !isOff) {
    const key = JSON.stringify([request.url, validator, response.content.size]);
    const before = seen.get(key);
    // What a new page has to fetch although it was to be kept for longer, its browser did not have: another profile, an
    // emptied cache. Within a page somebody asked for it past the cache.
    const wasFresh = before !== undefined && startMs - before.startMs < lifetimeMs(entry);
    if (before !== undefined && (!wasFresh || before.pageref === entry.pageref)) return 'fetched-again';
    seen.set(key, { startMs, pageref: entry.pageref });
  }
  const path = request.url.replace(/[?#].*$/s, '');
  return hashedName.test(path) && !hasLifetime(entry) ? 'no-lifetime' : undefined;
}

/** How long the answer allows to be kept without asking; 0 where it does not say. RFC 9111 §5.2.2.1. */
function lifetimeMs({ response }: Exchange['entry']): number {
  const control = fieldValue(response.headers, 'cache-control') ?? '';
  return 1000 * Number(/(?:^|[\s,])max-age\s{0,3}=\s{0,3}"?(\d{1,10})/i.exec(control)?.[1] ?? 0);
}

function hasLifetime({ response }: Exchange['entry']): boolean {
  const control = fieldValue(response.headers, 'cache-control') ?? '';
  if (/immutable|(?:s-)?max-?age\s{0,3}=\s{0,3}"?[1-9]/i.test(control)) return true;
  return control === '' && fieldValue(response.headers, 'expires') !== undefined;
}
