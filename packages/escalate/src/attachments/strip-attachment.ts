import { EscalateError } from '../escalate-error.ts';
import { isJpeg, stripJpeg } from './strip-jpeg.ts';
import { isMp4, stripMp4 } from './strip-mp4.ts';
import { isPng, stripPng } from './strip-png.ts';
import { isWebm, stripWebm } from './strip-webm.ts';

/** A picture or a recording of the screen. */
export interface Attachment {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'video/webm' | 'video/mp4';
  readonly bytes: Uint8Array;
}

interface Kind {
  readonly mediaType: Attachment['mediaType'];
  is(bytes: Uint8Array): boolean;
  strip(bytes: Uint8Array): Uint8Array;
}

const kinds: readonly Kind[] = [
  { mediaType: 'image/png', is: isPng, strip: stripPng },
  { mediaType: 'image/jpeg', is: isJpeg, strip: stripJpeg },
  { mediaType: 'video/webm', is: isWebm, strip: stripWebm },
  { mediaType: 'video/mp4', is: isMp4, strip: stripMp4 },
];

/**
 * A screenshot or a recording without what cameras and programs write into it: places, times, names, earlier versions. What it
 * shows stays as it is, credentials too. Error: {@link EscalateError} for anything else, or what is not whole, whatever its name.
 */
export function stripAttachment(bytes: Uint8Array): Attachment {
  const kind = kinds.find(({ is }) => is(bytes));
  if (kind === undefined) throw new EscalateError('escalate/picture', '0', 'PNG, JPEG, WebM, MP4');
  return { mediaType: kind.mediaType, bytes: kind.strip(bytes) };
}
