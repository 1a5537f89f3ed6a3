import type { Body, BodyAbsence, BodySide } from '@harrier/har';
import { bytesText } from '../../format/quantity.ts';
import type { Mask } from '../../masking/mask.ts';
import { hexDump } from '../../preview/hex-dump.ts';
import { bodyAsWritten, previewOf } from '../../preview/preview.ts';
import { escapeLines, escapeText } from '../../terminal/escape.ts';
import type { Page } from '../../terminal/page.ts';
import type { EntryView } from './view.ts';

/** Of a body on a screen; nobody reads more there, and `-o` writes all of it. */
const shownBytes = 4 * 1024 * 1024;
/** Of a body that is no text: enough to see what it is. */
const dumpedBytes = 256;

/** A body as far as it is shown. */
export function openShownBody({ capture, entry }: EntryView, side: BodySide): Promise<Body> {
  return capture.openBody(entry.index, side, { maxBytes: shownBytes });
}

/** All bytes of a body; undefined: there is none. */
export async function bodyBytes(
  { capture, entry }: EntryView,
  side: BodySide,
): Promise<Uint8Array | undefined> {
  const body = await capture.openBody(entry.index, side);
  return body.bytes ?? (body.text === undefined ? undefined : new TextEncoder().encode(body.text));
}

/** Adds a body's lines: laid out (`preview`) or as written (`response`); binary content as a dump of its head. */
export function printBody(
  page: Page,
  body: Body,
  mediaType: string | undefined,
  mask: Mask,
  layout: 'preview' | 'as-written',
  absent: BodyAbsence | undefined,
): void {
  const size = bytesText(body.bytes?.length);
  if (body.invalidBase64) page.line(page.style.slow(page.words.show.invalidBase64));
  if (body.text !== undefined && body.text !== '') {
    const text =
      layout === 'preview'
        ? previewOf(body.text, mediaType ?? '', mask).text
        : bodyAsWritten(body.text, mediaType ?? '', mask);
    page.line(escapeLines(text).replace(/\n$/, ''));
  } else if (body.bytes !== undefined && body.bytes.length > 0) {
    page.line(page.words.show.binary(escapeText(mediaType ?? page.words.show.mediaTypeUnknown), size));
    for (const line of hexDump(body.bytes, dumpedBytes)) page.line(page.style.muted(line));
  } else {
    page.line(
      page.style.muted(page.words.show.noBody[absent ?? (body.bytes === undefined ? 'unknown' : 'no-body')]),
    );
  }
  if (body.truncated) page.line(page.style.slow(page.words.show.cut(size)));
}

/** A body for a program: `text`, or `base64` where it is none. */
export function bodyJson(body: Body, mediaType: string | undefined, mask: Mask): object | null {
  const state = { truncated: body.truncated, invalidBase64: body.invalidBase64 };
  if (body.text !== undefined) return { text: bodyAsWritten(body.text, mediaType ?? '', mask), ...state };
  if (body.bytes !== undefined) return { base64: Buffer.from(body.bytes).toString('base64'), ...state };
  return null;
}
