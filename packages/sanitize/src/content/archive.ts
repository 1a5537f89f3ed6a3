import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Above it an archive counts as one that cannot be read: it could be a bomb. */
const MAX_UNZIPPED_BYTES = 64 * 1024 * 1024;

/** More files are a whole program. */
const MAX_FILES = 20_000;

/** The first bytes of an archive: of its first file, or of an empty one. Spec: APPNOTE.TXT §4.3.7 and §4.3.16. */
export function isArchive(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/**
 * Rewrites the files of a zip archive (Office documents are such); the same array where all stayed, `undefined` where one
 * of them cannot be read: it is protected by a password, packed in a way of its own, or too large.
 */
export function rewriteArchive(
  bytes: Uint8Array,
  rewriteFile: (name: string, content: Uint8Array) => Uint8Array | undefined,
): Uint8Array | undefined {
  const files = filesOf(bytes);
  if (files === undefined) return undefined;
  const written: Zippable = {};
  let isChanged = false;
  for (const [name, content] of Object.entries(files)) {
    const rewritten = content.length === 0 ? content : rewriteFile(name, content);
    if (rewritten === undefined) return undefined;
    isChanged ||= rewritten !== content;
    // The file that says what an archive is stands in it as it is. Spec: OCF 3.3 §4.3, ODF 1.3 part 2 §3.3.
    written[name] = name === 'mimetype' ? [rewritten, { level: 0 }] : rewritten;
  }
  // One time for all: the same content gives the same bytes, so that sanitizing twice is sanitizing once.
  return isChanged ? zipSync(written, { mtime: new Date(1980, 0, 1) }) : bytes;
}

function filesOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  let size = 0;
  let count = 0;
  if (isProtected(bytes)) return undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        count++;
        if (size > MAX_UNZIPPED_BYTES || count > MAX_FILES) throw new RangeError('too large');
        return true;
      },
    });
    // Of two files with one name, only one was looked at.
    return Object.keys(files).length === count ? files : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the first file says that its content is encrypted. Spec: APPNOTE.TXT §4.4.4. */
function isProtected(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

/** What the name of a file says about its content; `''` where nothing. */
export function mimeTypeOfFile(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return MIME_TYPES[extension] ?? '';
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  xml: 'text/xml',
  rels: 'text/xml',
  html: 'text/html',
  json: 'application/json',
  har: 'application/json',
  csv: 'text/csv',
  js: 'text/javascript',
  css: 'text/css',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};
