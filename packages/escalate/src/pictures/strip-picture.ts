import { EscalateError } from '../escalate-error.ts';
import { isJpeg, stripJpeg } from './strip-jpeg.ts';
import { isPng, stripPng } from './strip-png.ts';

export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/**
 * A screenshot without what cameras and programs write into it: places, times, names, earlier versions. What it shows stays as it
 * is, credentials too. Error: {@link EscalateError} for anything but a whole PNG or JPEG, whatever its name.
 */
export function stripPicture(bytes: Uint8Array): Picture {
  if (isPng(bytes)) return { mediaType: 'image/png', bytes: stripPng(bytes) };
  if (isJpeg(bytes)) return { mediaType: 'image/jpeg', bytes: stripJpeg(bytes) };
  throw new EscalateError('escalate/picture', '0', 'PNG, JPEG');
}
