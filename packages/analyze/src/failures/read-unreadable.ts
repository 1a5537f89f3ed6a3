import { EntryFlag } from '@harrier/har';
import type { BrokenJson, PageKind } from '@harrier/knowledge';
import { wasLedTo } from '../chains/redirects.ts';
import { isJsonType } from '../exchange/body-marks.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldValue } from '../exchange/field-value.ts';
import { responseJson } from '../exchange/json-body.ts';
import type { ColumnView } from '../findings/capture-view.ts';

/** An answer that is not what was asked for: a page instead of JSON, or JSON that cannot be read. */
export type Unreadable =
  | {
      readonly content: 'page';
      readonly page: PageKind;
      /** An event stream was asked for, no JSON. */
      readonly isStream: boolean;
      readonly title?: string;
    }
  | { readonly content: 'broken-json'; readonly fault: BrokenJson };

/** Why an answer of 200 to 299 cannot be read as what was asked for; undefined = it can, or the capture does not hold it. */
export function readUnreadable(
  row: number,
  exchange: Exchange,
  around: Surroundings,
): Unreadable | undefined {
  const { view } = around;
  const { status = 0 } = exchange.entry.response;
  if (status < 200 || status > 299 || status === 204 || status === 205) return undefined;
  if (exchange.entry.request.method.toUpperCase() === 'HEAD') return undefined;
  return readPage(row, exchange, around) ?? readBrokenJson(row, exchange, view);
}

/** Templates and fragments are asked for by JSON clients, too (AngularJS); they are no whole documents. */
const wholeDocument =
  /^\uFEFF?\s*(?:<!--(?:(?!-->)[\s\S]){0,500}-->\s*)*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html[\s>])/i;
/** Parts of a page; one that is gone has a finding of its own. */
const asksForPart = /\.(?:m?js|css|map|wasm|woff2?)$/i;
const asksForMarkup = /\.(?:x?html?|svg|xml|txt|md|php|aspx?|jsp)$/i;

/** What a reading may look at besides the exchange itself. */
interface Surroundings {
  readonly view: ColumnView;
  exchange(row: number): Exchange | undefined;
}

function readPage(row: number, exchange: Exchange, around: Surroundings): Unreadable | undefined {
  const mimeType = around.view.mimeType(row);
  const resourceType = around.view.resourceType(row);
  const { request } = exchange.entry;
  // Firefox, Safari and proxies do not say what a request was for; whoever navigates takes HTML.
  const isCall = /^(?:xhr|fetch|eventsource|)$/.test(resourceType);
  if (!/html/.test(mimeType) || !isCall) return undefined;
  const accept = fieldValue(request.headers, 'accept') ?? '';
  const isStream = resourceType === 'eventsource' || /\btext\/event-stream\b/i.test(accept);
  if (!(isStream || /\bjson\b/i.test(accept)) || /html/i.test(accept)) return undefined;
  const path = request.url.replace(/[?#].*$/s, '');
  const body = exchange.responseText ?? '';
  if (asksForPart.test(path) || !wholeDocument.test(body)) return undefined;
  // A call that was led to such an address had asked for something else.
  if (asksForMarkup.test(path) && !wasLedTo(row, exchange, around)) return undefined;
  const head = body.slice(0, 64 * 1024);
  const title = shown(/<title[^<>]{0,200}>([^<]{1,500})</i.exec(head)?.[1]);
  return {
    content: 'page',
    page: pageKindOf(head, title ?? ''),
    isStream,
    ...(title === undefined ? {} : { title }),
  };
}

/** What a page is for, by its words and fields; the more telling first. */
function pageKindOf(html: string, title: string): PageKind {
  const heading = shown(/<h1[^<>]{0,200}>([^<]{1,500})</i.exec(html)?.[1]) ?? '';
  const words = `${title} ${heading}`;
  if (
    /type\s{0,4}=\s{0,4}["']?password/i.test(html) ||
    /\b(?:sign|log)[ -]?(?:in|on)\b|SAMLRequest|\banmeld(?:en|ung)\b|\bconnexion\b|identifiez-vous|iniciar sesi[oó]n|accedi\b|ログイン|サインイン|로그인|登录|登入/i.test(
      words,
    )
  )
    return 'sign-in';
  if (
    /just a moment|attention required|captcha|are you (?:a )?human|access denied|request (?:blocked|rejected)|zugriff verweigert|acc[eè]s (?:refus[eé]|interdit)|アクセス.{0,6}拒否|접근.{0,6}거부|拒绝访问|拒絕存取/i.test(
      words,
    )
  )
    return 'refused';
  if (
    /maintenance|be (?:right )?back|temporarily unavailable|wartung|mantenimiento|manutenzione|メンテナンス|점검|维护|維護/i.test(
      words,
    )
  )
    return 'maintenance';
  if (/\b(?:[45]\d\d|error|not found|forbidden|bad gateway|unavailable)\b/i.test(words)) return 'error';
  return isShell(html) ? 'application' : 'other';
}

/** The page of an application that draws itself: next to no words of its own. */
function isShell(html: string): boolean {
  const words = wordsOf(html).replace(/\s+/g, ' ').trim();
  return words.length < SHELL_CHARS;
}

/** Elements whose content nobody reads on the screen. */
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'title', 'template']);

/** The text between tags. */
function wordsOf(html: string): string {
  let inside: string | undefined;
  let words = '';
  for (const piece of html.split('<')) {
    const name = /^\/?([a-z][a-z0-9]{0,20})/i.exec(piece)?.[1]?.toLowerCase();
    const closes = piece.startsWith('/');
    if (inside !== undefined && !(closes && name === inside)) continue;
    inside = name !== undefined && !closes && unseen.has(name) ? name : undefined;
    if (inside === undefined) words += piece.slice(piece.indexOf('>') + 1);
  }
  return words;
}

/** "Loading …" and a note to turn JavaScript on are shorter. */
const SHELL_CHARS = 80;
const MAX_TITLE_CHARS = 120;

function shown(text: string | undefined): string | undefined {
  const line = (text ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_CHARS);
  return line === '' ? undefined : line;
}

/** Guards in front of JSON against being run as a script, JSON with a function around it, and lines of JSON are meant so. */
const meantSo = /^\s*(?:\)\]\}'?,?|\*\/|while\s?\(|for\s?\(;;|\/\*|[\w$.]{1,80}\s?\()/;
/** Base64 that an exporter (Charles) forgot to call so. */
const encoded = /^[A-Za-z0-9+/\r\n]{16,}={0,2}$/;
/** Words that sanitizers leave; what they broke says nothing about the service. */
const redacted = /redacted|\[(?:masked|removed|filtered|hidden)|\*{4,}|█/i;

function readBrokenJson(row: number, exchange: Exchange, view: ColumnView): Unreadable | undefined {
  const mimeType = view.mimeType(row);
  if (!isJsonType(mimeType) || ((view.index.columns.flags[row] as number) & EntryFlag.damaged) !== 0)
    return undefined;
  const body = exchange.responseText;
  // Without a text, or with a file beside the capture that holds none.
  if (body === undefined || body === '')
    return isEmptyJson(exchange) ? { content: 'broken-json', fault: 'empty' } : undefined;
  if (exchange.isResponseCut) return undefined;
  const text = body.replace(/^\uFEFF/, '').trim();
  if (
    text === '' ||
    responseJson(exchange) !== undefined ||
    isJson(text) ||
    meantSo.test(text) ||
    redacted.test(text) ||
    isLines(text) ||
    encoded.test(text)
  )
    return undefined;
  return { content: 'broken-json', fault: faultOf(text) };
}

/**
 * A read that was answered with nothing, although it says itself that this is JSON. Changes are answered so every day.
 */
function isEmptyJson({ entry }: Exchange): boolean {
  const { request, response, resourceType } = entry;
  return (
    request.method.toUpperCase() === 'GET' &&
    response.status === 200 &&
    (resourceType === 'xhr' || resourceType === 'fetch') &&
    response.content.size === 0 &&
    fieldValue(response.headers, 'content-length')?.trim() === '0'
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One JSON text a line (logs, bulk answers, streams) under the plain media type. */
function isLines(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 50).every((line) => isJson(line));
}

function faultOf(text: string): BrokenJson {
  if (!/^(?:[[{"\d-]|true|false|null)/.test(text)) return 'not-json';
  if (/:\s{0,4}(?:-?Infinity|NaN|undefined)\s{0,4}[,}\]]/.test(text)) return 'value';
  const close = text.startsWith('{') ? '}' : text.startsWith('[') ? ']' : undefined;
  return close !== undefined && !text.endsWith(close) ? 'cut' : 'syntax';
}
