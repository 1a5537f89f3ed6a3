import type { OpenableKind } from '../sniff/sniff.ts';
import { gzip, zlib } from './gzip/gzip.ts';
import type { Reader } from './reader.ts';
import { base64 } from './text/base64.ts';
import { json } from './text/byte-order-mark.ts';
import { jsonp } from './text/jsonp.ts';
import { utf16BigEndian, utf16LittleEndian } from './text/utf-16.ts';
import { zip } from './zip/zip.ts';

/** Everything that Harrier opens: one reader for each kind. Fiddler archives are zips, so `zip` finds them. */
export const READERS: Readonly<Record<OpenableKind, Reader>> = {
  'har-json': json,
  'utf-16le': utf16LittleEndian,
  'utf-16be': utf16BigEndian,
  jsonp,
  base64,
  gzip,
  zlib,
  zip,
};
