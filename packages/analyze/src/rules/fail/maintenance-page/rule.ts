import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import { mayBePage } from '../../../findings/row-kinds.ts';
import type { Rule } from '../../../findings/rule.ts';
import { byPlace } from '../../../slow/by-place.ts';
import { isApiCall } from '../../../slow/sound.ts';

/** Whoever opens more pages than this in one capture was let in. */
const MAX_OPENED = 60;
/** Such a note is short; what is longer tells of maintenance, past or planned. */
const MAX_WORDS_CHARS = 1500;
const MAX_HTML_CHARS = 64 * 1024;

/** Notes in the languages of people who meet them; "maintenance" alone is a product of its own. */
const isAway =
  /\b(?:scheduled|planned|system|site|server|emergency|ongoing)\s+maintenance\b|\b(?:under|down for|undergoing|closed for)\s+(?:\w+\s+)?maintenance\b|\bmaintenance (?:mode|in progress)\b|\b(?:we(?:['’]|&#39;|&rsquo;)?ll|we will) be (?:right )?back\b|\bbe right back\b|\btemporarily (?:unavailable|out of service)\b|\bwartungs(?:arbeiten|modus)\b|\bwegen wartung\b|vorübergehend nicht (?:verfügbar|erreichbar)|maintenance (?:en cours|programmée|planifiée)|\ben maintenance\b|momentanément indisponible|\ben mantenimiento\b|mantenimiento programado|\bin manutenzione\b|\bem manutenção\b|メンテナンス中|メンテナンスのため|점검 중|서비스 점검|维护中|系统维护|正在维护|維護中|系統維護|正在維護/i;

/**
 * Finds pages that were navigated to and are a note about maintenance under a status of success: title and text say so, and the page
 * asks its service for nothing. Lists by status show that all is well.
 * Quiet on: products whose business maintenance is, announcements of one to come, pages that go on to work.
 * Spec: RFC 9110 §15.6.4 (503 is meant for that).
 */
export const maintenancePage: Rule<'fail/maintenance-page'> = {
  meta: { id: 'fail/maintenance-page', severity: 'error', class: 'strong', knowledgeId: 'status/5xx' },
  opens: (view) => pages(view).slice(0, MAX_OPENED),
  *detect(view) {
    const notes = pages(view)
      .slice(0, MAX_OPENED)
      .filter((row) => !isAtWork(view, row))
      .flatMap((row) => view.exchange(row) ?? [])
      .flatMap((exchange) => {
        const title = titleOfNote(exchange);
        return title === undefined ? [] : [{ exchange, title }];
      });
    const titles = new Map(notes.map(({ exchange, title }) => [exchange, title]));
    for (const group of byPlace(notes.map(({ exchange }) => exchange))) {
      const [first] = group;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          { entry: first.entry.index, pointer: '/response/content/text', role: 'cause' },
          { entry: first.entry.index, pointer: '/response/status', role: 'symptom' },
        ],
        facts: {
          ...exchangeFacts(first, group.length),
          status: first.entry.response.status ?? 0,
          title: titles.get(first) ?? '',
        },
      };
    }
  },
};

/** Pages that were answered with success, by their kind alone. */
function pages(view: ColumnView): number[] {
  const { status } = view.index.columns;
  return view.rowsOfKinds(
    (row) =>
      mayBePage(view, row) &&
      view.mimeType(row).includes('html') &&
      view.outcome(row) === 'answered' &&
      (status[row] as number) < 300,
  );
}

/** Whether the page's host answered calls afterwards: then it is an application that speaks of maintenance. */
function isAtWork(view: CaptureView, row: number): boolean {
  return view.rowsByStart
    .slice(view.position(row) + 1)
    .some(
      (later) =>
        isApiCall(view, later) && view.outcome(later) === 'answered' && view.host(later) === view.host(row),
    );
}

/** The title of a page that is a note about maintenance, by its title and its first words alike; undefined = it is none. */
function titleOfNote({ entry, responseText }: Exchange): string | undefined {
  // A call that was answered so has a finding of its own.
  const accept = fieldValue(entry.request.headers, 'accept') ?? '';
  if (/json/i.test(accept) && !/html/i.test(accept)) return undefined;
  const html = (responseText ?? '').slice(0, MAX_HTML_CHARS);
  const title = /<title[^<>]{0,200}>([^<]{1,500})</i
    .exec(html)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  if (title === undefined || title === '') return undefined;
  const words = html
    .replace(/<(script|style|title)\b[^<>]{0,500}>[^<]{0,4000}<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isNote = isAway.test(title) && words.length <= MAX_WORDS_CHARS && saysSo.test(words);
  return isNote ? title : undefined;
}

/** In the text it may be said more shortly. */
const saysSo = new RegExp(
  `${isAway.source}|maintenance|wartung|mantenimiento|manutenzione|manutenção|メンテナンス|점검|维护|維護`,
  'i',
);
