/** A file that is no capture: what it is instead, and what a person can do. */
export interface OtherFile {
  /** With an article, to follow "This is": `a PNG image`. */
  readonly what: string;
  readonly nextStep: string;
  /** A kind of file that is known for certain; false: text or bytes that nobody recognises. */
  readonly known: boolean;
}

/** A file's mark: bytes at an offset, `undefined` for any. Sources: the formats' own specifications. */
interface Mark {
  readonly what: string;
  readonly nextStep: string;
  readonly offset?: number;
  /** Hexadecimal, or text behind a `'`. */
  readonly bytes: string;
}

const RECORD = 'Record the problem in the browser’s network panel and export a HAR.';
const UNPACK = 'Unpack it and open the capture inside.';
const PACKETS = `It holds network packets, not HTTP entries. ${RECORD}`;

const MARKS: readonly Mark[] = [
  { what: 'a PNG image', bytes: '89504e470d0a1a0a', nextStep: RECORD },
  { what: 'a JPEG image', bytes: 'ffd8ff', nextStep: RECORD },
  { what: 'a GIF image', bytes: "'GIF8", nextStep: RECORD },
  { what: 'a WebP image or another RIFF file', bytes: "'RIFF", nextStep: RECORD },
  { what: 'a BMP image', bytes: "'BM", nextStep: RECORD },
  { what: 'a video', offset: 4, bytes: "'ftyp", nextStep: RECORD },
  { what: 'a video', bytes: '1a45dfa3', nextStep: RECORD },
  { what: 'a PDF document', bytes: "'%PDF", nextStep: RECORD },
  { what: 'a packet capture (pcapng)', bytes: '0a0d0d0a', nextStep: PACKETS },
  { what: 'a packet capture (pcap)', bytes: 'd4c3b2a1', nextStep: PACKETS },
  { what: 'a packet capture (pcap)', bytes: 'a1b2c3d4', nextStep: PACKETS },
  { what: 'a packet capture (pcap)', bytes: '4d3cb2a1', nextStep: PACKETS },
  { what: 'a packet capture (pcap)', bytes: 'a1b23c4d', nextStep: PACKETS },
  { what: 'a Network Monitor capture', bytes: "'GMBU", nextStep: PACKETS },
  { what: 'a Windows event trace or log', bytes: "'ElfFile", nextStep: RECORD },
  { what: 'an SQLite database', bytes: "'SQLite format 3", nextStep: RECORD },
  { what: 'a RAR archive', bytes: "'Rar!", nextStep: UNPACK },
  { what: 'a 7-Zip archive', bytes: '377abcaf271c', nextStep: UNPACK },
  { what: 'a file compressed with zstd', bytes: '28b52ffd', nextStep: 'Unpack it first (zstd -d).' },
  { what: 'a file compressed with xz', bytes: 'fd377a585a00', nextStep: 'Unpack it first (xz -d).' },
  { what: 'a file compressed with bzip2', bytes: "'BZh", nextStep: 'Unpack it first (bunzip2).' },
  { what: 'a file compressed with LZ4', bytes: '04224d18', nextStep: 'Unpack it first (lz4 -d).' },
  { what: 'a tar archive', offset: 257, bytes: "'ustar", nextStep: UNPACK },
  { what: 'a Windows program', bytes: "'MZ", nextStep: RECORD },
  { what: 'a Linux program', bytes: '7f454c46', nextStep: RECORD },
  { what: 'a macOS program', bytes: 'cffaedfe', nextStep: RECORD },
  {
    what: 'an old Office document or Outlook message',
    bytes: 'd0cf11e0a1b11ae1',
    nextStep: 'Save the attachment from it and open that.',
  },
  {
    what: 'an OpenPGP message',
    bytes: "'-----BEGIN PGP MESSAGE",
    nextStep: 'Decrypt it first (harrier unseal, or gpg).',
  },
  { what: 'a PEM key or certificate', bytes: "'-----BEGIN ", nextStep: RECORD },
  { what: 'text in UTF-32', bytes: 'fffe0000', nextStep: 'Save it as UTF-8.' },
  { what: 'text in UTF-32', bytes: '0000feff', nextStep: 'Save it as UTF-8.' },
];

/** Text that begins in a way that tells what it is. */
const TEXTS: readonly (readonly [pattern: RegExp, what: string, nextStep: string])[] = [
  [
    /^\s*<(!doctype html|html|head|body)\b/i,
    'an HTML page',
    'Perhaps a sign-in or error page was downloaded instead of the capture: download it again.',
  ],
  [/^\s*<svg\b/i, 'an SVG image', RECORD],
  [
    /^\s*<\?xml|^\s*<[a-z][\w:.-]*[\s>/]/i,
    'an XML document',
    'Fiddler’s sessions must stay inside their .saz archive; other tools can export HAR.',
  ],
  [/^(?:[A-Za-z-]+: .*\r?\n){2}/, 'an e-mail message', 'Save its attachment and open that.'],
  [/^curl\s/, 'a curl command', RECORD],
  [/^#!/, 'a script', RECORD],
  [/^version https:\/\/git-lfs/, 'a Git LFS pointer', 'Fetch the real file with git lfs pull.'],
  [/^-?\d+(\.\d+)?\s*$|^"|^(true|false|null)\s*$/, 'a single JSON value or a table', RECORD],
];

/** Names what a file is instead of a capture; `head` is its beginning. */
export function describeOther(head: Uint8Array): OtherFile {
  if (head.every((byte) => byte === 0)) {
    return {
      what: 'a file of zero bytes only',
      nextStep: 'It was damaged while it was saved or copied: export it again.',
      known: true,
    };
  }
  const mark = MARKS.find((candidate) => hasMark(head, candidate));
  if (mark !== undefined) return { what: mark.what, nextStep: mark.nextStep, known: true };
  const text = new TextDecoder().decode(head);
  if (text.trim() === '')
    return { what: 'a file of blanks only', nextStep: 'Export the capture again.', known: true };
  const known = TEXTS.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return { what: known[1], nextStep: known[2], known: true };
  return isText(head)
    ? { what: 'plain text', nextStep: 'A HAR begins with "{". Export the capture again.', known: false }
    : { what: 'a binary file of an unknown kind', nextStep: RECORD, known: false };
}

function hasMark(head: Uint8Array, mark: Mark): boolean {
  const offset = mark.offset ?? 0;
  const wanted = mark.bytes.startsWith("'")
    ? Array.from(mark.bytes.slice(1), (letter) => letter.charCodeAt(0))
    : Array.from({ length: mark.bytes.length / 2 }, (_, at) =>
        Number.parseInt(mark.bytes.slice(at * 2, at * 2 + 2), 16),
      );
  return wanted.every((byte, at) => head[offset + at] === byte);
}

/** No control characters but blanks and the escape of coloured logs. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b);
}
