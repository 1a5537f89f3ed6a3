import { gunzipSync, inflateSync, unzlibSync } from 'fflate';

/** Encodings lie in encodings at most so deep. */
const MAX_DEPTH = 6;

/**
 * Finds needles in any JSON value, however they are encoded: every string, key and number is looked at plainly, and
 * after percent-decoding, entities, JSON escapes, base64 in all alignments, hex and decompression, again and again.
 * Written without anything of the sanitizer, to check it. Gives the needles that were found and where.
 */
export function deepSearch(value: unknown, needles: readonly string[]): { needle: string; path: string }[] {
  const found: { needle: string; path: string }[] = [];
  const visit = (item: unknown, path: string): void => {
    if (typeof item === 'string') searchText(item, path, 0);
    else if (typeof item === 'number') searchText(String(item), path, 0);
    else if (Array.isArray(item)) for (const [at, child] of item.entries()) visit(child, `${path}/${at}`);
    else if (typeof item === 'object' && item !== null)
      for (const [key, child] of Object.entries(item)) {
        searchText(key, `${path}/(key)`, 0);
        visit(child, `${path}/${key}`);
      }
  };
  const seen = new Set<string>();
  const searchText = (text: string, path: string, depth: number): void => {
    if (text.length < 4 || depth > MAX_DEPTH) return;
    const key = `${depth} ${text}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const needle of needles)
      if (text.includes(needle)) found.push({ needle, path: `${path} (${depth})` });
    for (const decoded of decodings(text)) if (decoded !== text) searchText(decoded, path, depth + 1);
  };
  visit(value, '');
  return found;
}

function* decodings(text: string): Generator<string> {
  if (/%[0-9a-f]{2}/i.test(text)) {
    const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    yield decoded;
    yield decoded.replaceAll('+', ' ');
  }
  if (/&(?:#|amp|lt|gt|quot|apos)/.test(text))
    yield text
      .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  if (text.includes('\\'))
    yield text
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\(["\\/])/g, '$1');
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}={0,2}/g)) yield* base64Decodings(run);
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}){6,}/gi))
    yield bytesText(Uint8Array.from(run.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}

function* base64Decodings(run: string): Generator<string> {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  for (let skip = 0; skip < 4; skip++) {
    const piece = standard.slice(skip);
    const usable = piece.slice(0, piece.length - (piece.length % 4 === 1 ? 1 : 0));
    if (usable.length < 6) continue;
    const bytes = new Uint8Array(Buffer.from(usable, 'base64'));
    yield bytesText(bytes);
    if (skip !== 0) continue;
    for (const { mayBe, unfold } of COMPRESSIONS) {
      if (!mayBe(bytes)) continue;
      const plain = unfolded(bytes, unfold);
      if (plain !== undefined) yield bytesText(plain);
    }
  }
}

/** Deflate gives no more than so many bytes for one. Spec: RFC 1951 §3.2.5. */
const MOST_GROWTH = 1032;

const scratch = new Uint8Array(16 * 1024 * 1024);

/** Room for whatever bytes unfold to, mostly the same: nearly all that is tried is not compressed, and says so at once. */
function room({ length }: Uint8Array): Uint8Array<ArrayBuffer> {
  const needed = MOST_GROWTH * length + 64;
  return needed <= scratch.length ? scratch : new Uint8Array(needed);
}

/** `mayBe` turns away only what `unfold` turns away by the same bytes, and throws for. Specs: RFC 1950, 1951, 1952. */
const COMPRESSIONS = [
  {
    mayBe: (bytes: Uint8Array) => bytes[0] === 31 && bytes[1] === 139,
    // The size that the last bytes claim may be any.
    unfold: (bytes: Uint8Array) => gunzipSync(bytes, { out: room(bytes) }),
  },
  {
    mayBe: ([first = 0, second = 0]: Uint8Array) => (first & 15) === 8 && ((first << 8) | second) % 31 === 0,
    unfold: (bytes: Uint8Array) => unzlibSync(bytes, { out: room(bytes) }),
  },
  {
    mayBe: ([first = 0]: Uint8Array) => (first & 6) !== 6,
    unfold: (bytes: Uint8Array) => inflateSync(bytes, { out: room(bytes) }),
  },
];

/** `undefined` where bytes are not compressed so: nearly always, and where in the code that shows is not asked. */
function unfolded(bytes: Uint8Array, unfold: (bytes: Uint8Array) => Uint8Array): Uint8Array | undefined {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return unfold(bytes);
  } catch (error) {
    // No room is no answer.
    if (error instanceof RangeError) throw error;
    return undefined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Bytes as text that keeps every ASCII stretch. */
function bytesText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
