import type { Capture, Entry, Initiator } from '@harrier/har';
import { maskEntry, type ValueMask } from '@harrier/sanitize';
import { plainPattern } from './needle.ts';
import type { HitPlace, SearchHit } from './search-hit.ts';

/** What stands around a hit, as it may be shown. */
export interface Snippet extends SearchHit {
  readonly before: string;
  /** Empty: what was found is not shown here. */
  readonly found: string;
  /** Why it is not. */
  readonly hidden?: 'masked' | 'elsewhere';
  readonly after: string;
  /** A header's name, or whatever names the place. */
  readonly name?: string;
}

const AROUND_CHARS = 60;
/** A larger body is not masked for one line; the request shows it. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Opens one hit. With a mask, the text is masked as a whole first: a line of it would not show what is secret. */
export async function snippetOf(
  capture: Capture,
  { row, place }: SearchHit,
  words: string,
  mask: ValueMask | undefined,
): Promise<Snippet> {
  const raw = await capture.openEntry(row);
  const entry = mask === undefined ? raw : maskEntry(raw, mask);
  for (const part of await partsOf(capture, entry, place, mask)) {
    const match = plainPattern(words).exec(part.text);
    if (match === null) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    return {
      row,
      place: part.place,
      ...(part.name === undefined ? {} : { name: part.name }),
      before: oneLine(part.text.slice(Math.max(0, from - AROUND_CHARS), from)),
      found: oneLine(match[0]),
      after: oneLine(part.text.slice(to, to + AROUND_CHARS)),
    };
  }
  const said = mask === undefined ? [] : await partsOf(capture, raw, place, undefined);
  const hidden = said.some(({ text }) => plainPattern(words).test(text)) ? 'masked' : 'elsewhere';
  return { row, place, before: '', found: '', after: '', hidden };
}

interface Part {
  readonly place: HitPlace;
  readonly text: string;
  readonly name?: string;
}

async function partsOf(
  capture: Capture,
  entry: Entry,
  place: HitPlace,
  mask: ValueMask | undefined,
): Promise<Part[]> {
  const { request, response } = entry;
  if (place === 'url') return [{ place, text: request.url }];
  if (place === 'requestBody' || place === 'responseBody') {
    const side = place === 'requestBody' ? 'request' : 'response';
    const { text = '', truncated } = await capture.openBody(entry.index, side, { maxBytes: MAX_BODY_BYTES });
    const mimeType = side === 'request' ? request.postData?.mimeType : response.content.mimeType;
    if (mask === undefined) return [{ place, text }];
    return truncated ? [] : [{ place, text: mask.text(text, mimeType ?? '') }];
  }
  return [
    ...request.headers.map((field) => fieldPart('request', field)),
    ...response.headers.map((field) => fieldPart('response', field)),
    ...(request.postData?.params ?? []).map(({ name, value = '' }) =>
      fieldPart('requestBody', { name, value }),
    ),
    ...(entry.webSocketMessages ?? []).map(({ data }) => ({ place: 'messages' as const, text: data })),
    ...(entry.eventSourceMessages ?? []).map(({ data = '' }) => ({ place: 'messages' as const, text: data })),
    { place: 'other', text: [entry.error, response.statusText, entry.serverIPAddress].join(' ') },
    ...initiatorTexts(entry.initiator).map((text) => otherPart('_initiator', mask?.text(text) ?? text)),
    ...[entry.custom, request.custom, response.custom].flatMap((custom) =>
      Object.entries(custom).map(([name, value]) => {
        const text = JSON.stringify({ [name]: value });
        return otherPart(name, mask?.text(text, 'application/json') ?? text);
      }),
    ),
  ];
}

function otherPart(name: string, text: string): Part {
  return { place: 'other', name, text };
}

/** What caused a request: the type, then each frame of its call stack and of those that led there. */
function initiatorTexts(initiator: Initiator | undefined): string[] {
  const texts = [[initiator?.type, initiator?.url].filter(Boolean).join(' ')];
  for (let stack = initiator?.stack; stack !== undefined; stack = stack.parent)
    texts.push(
      stack.description ?? '',
      ...stack.callFrames.map(({ functionName, url }) => `${functionName} @ ${url}`),
    );
  return texts;
}

function fieldPart(
  place: HitPlace,
  { name, value }: { readonly name: string; readonly value: string },
): Part {
  return { place, name, text: `${name}: ${value}` };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
