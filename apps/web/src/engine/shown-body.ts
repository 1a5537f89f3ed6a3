import type { BodyAbsence, BodySide, Capture } from '@harrier/har';
import type { ValueMask } from '@harrier/sanitize';
import { prettyText, type TextLanguage, textLanguage } from './pretty/pretty-text.ts';

/** A body on the screen. */
export interface ShownBody {
  readonly mimeType: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly language: TextLanguage;
  /** More of it is in the capture than is shown. */
  readonly truncated: boolean;
  /** Why there is none. */
  readonly absent?: BodyAbsence;
}

/** How a body is asked for. */
export interface BodyQuestion {
  readonly side: BodySide;
  /** As it was captured. */
  readonly unmasked: boolean;
  /** With lines and indentation. */
  readonly pretty?: boolean;
  /** Reads at most so much of the file; default {@link FIRST_BYTES}. Pictures, sounds and fonts are read whole. */
  readonly maxBytes?: number;
}

/** The first piece: more than anybody reads at once, and quick to show. */
export const FIRST_BYTES = 256 * 1024;

/** A half of a picture is none; more than this no page should hold. */
const MAX_MEDIA_BYTES = 64 * 1024 * 1024;

const MEDIA = /^(?:image|audio|video|font)\/|font|pdf|^application\/vnd\.ms-fontobject/i;

/** Opens one body as it may be shown. Bytes that are no text are masked where a credential stands in them as text. */
export async function showBody(
  capture: Capture,
  index: number,
  { side, unmasked, pretty = false, maxBytes = FIRST_BYTES }: BodyQuestion,
  mask: ValueMask,
): Promise<ShownBody> {
  const { request, response } = await capture.openEntry(index);
  const mimeType = (side === 'request' ? request.postData?.mimeType : response.content.mimeType) ?? '';
  const isMedia = MEDIA.test(mimeType) && !/svg/i.test(mimeType);
  const limit = isMedia ? MAX_MEDIA_BYTES : maxBytes;
  const { text, bytes, truncated } = await capture.openBody(index, side, { maxBytes: limit });
  const masked = text === undefined || unmasked ? text : mask.text(text, mimeType);
  const language = masked === undefined ? 'plain' : textLanguage(masked, mimeType);
  const shown = masked === undefined || !pretty ? masked : prettyText(masked, language);
  const shownBytes = bytes === undefined || unmasked || isMedia ? bytes : maskBytes(bytes, mimeType, mask);
  return {
    mimeType,
    language,
    truncated,
    ...(shown === undefined ? {} : { text: shown }),
    ...(shownBytes === undefined ? {} : { bytes: shownBytes }),
    ...(response.content.absent === undefined || side === 'request'
      ? {}
      : { absent: response.content.absent }),
  };
}

/** Pseudonyms are ASCII, so one character a byte is enough. `TextDecoder` has no decoder that keeps every byte. */
function maskBytes(bytes: Uint8Array, mimeType: string, mask: ValueMask): Uint8Array {
  const plain = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const masked = mask.text(plain, mimeType);
  return masked === plain ? bytes : Uint8Array.from(masked, (sign) => sign.charCodeAt(0));
}
