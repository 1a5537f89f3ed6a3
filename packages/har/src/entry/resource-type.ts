import { isPreflight } from './body-absence.ts';
import { fieldValue } from './fields.ts';
import type { EntryRequest, Initiator } from './model.ts';

/** `Sec-Fetch-Dest` says what the browser wanted the response for. Fetch Metadata, §2.1. */
const typeForDestination: Readonly<Record<string, string>> = {
  document: 'document',
  iframe: 'document',
  frame: 'document',
  style: 'stylesheet',
  script: 'script',
  worker: 'script',
  sharedworker: 'script',
  serviceworker: 'script',
  image: 'image',
  font: 'font',
  audio: 'media',
  video: 'media',
  track: 'texttrack',
  manifest: 'manifest',
  websocket: 'websocket',
  empty: 'fetch',
};

/** By media type, the first that fits. */
const typeForMediaType: readonly (readonly [RegExp, string])[] = [
  [/^text\/event-stream/, 'eventsource'],
  [/^text\/html|^application\/xhtml/, 'document'],
  [/^text\/css/, 'stylesheet'],
  [/javascript|ecmascript/, 'script'],
  [/^image\//, 'image'],
  [/^font\/|^application\/(x-)?font|^application\/vnd\.ms-fontobject/, 'font'],
  [/^(audio|video)\//, 'media'],
  [/^text\/vtt/, 'texttrack'],
  [/manifest\+json/, 'manifest'],
  [/json|xml/, 'xhr'],
];

/**
 * What kind of resource an entry is, in DevTools' words, for exporters that do not say (`_resourceType`):
 * from the request first, because a 404 page for an image is still `text/html`.
 */
export function guessResourceType(exchange: {
  readonly request: EntryRequest;
  readonly status: number | undefined;
  readonly mimeType: string | undefined;
  readonly initiator: Initiator | undefined;
}): string | undefined {
  const { request, status, mimeType, initiator } = exchange;
  if (isPreflight(request) || initiator?.type === 'preflight') return 'preflight';
  if (/^wss?:/i.test(request.url) || (status === 101 && isWebSocketUpgrade(request))) return 'websocket';
  if (/xmlhttprequest/i.test(fieldValue(request.headers, 'x-requested-with') ?? '')) return 'xhr';
  const destination = fieldValue(request.headers, 'sec-fetch-dest')?.toLowerCase();
  const wanted = destination === undefined ? undefined : typeForDestination[destination];
  if (wanted && wanted !== 'fetch') return wanted;
  const mediaType = mimeType?.toLowerCase() ?? '';
  if (wanted) return mediaType.startsWith('text/event-stream') ? 'eventsource' : wanted;
  return typeForMediaType.find(([pattern]) => pattern.test(mediaType))?.[1];
}

function isWebSocketUpgrade(request: EntryRequest): boolean {
  return fieldValue(request.headers, 'upgrade')?.toLowerCase() === 'websocket';
}
