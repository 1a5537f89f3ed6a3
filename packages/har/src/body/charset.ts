/** How much of a text is looked at for its own word about its charset. HTML standard, encoding sniffing: 1024. */
const sniffedBytes = 1024;

/** Text that is not valid UTF-8 and says nothing about itself. HTML standard: the fallback of most locales. */
const fallbackCharset = 'windows-1252';

/** Whether a body of this media type is text to people. Parameters may follow. */
export function isTextual(mimeType: string): boolean {
  return /^(text\/|message\/|application\/(.*\+)?(json|xml|yaml|x-yaml|toml|csv|graphql|sql|rtf|jwt|jose|xhtml|x-www-form-urlencoded|x-ndjson|x-javascript|javascript|ecmascript|typescript|manifest|x-sh)\b|application\/.*(json|xml|javascript)|image\/svg|multipart\/)/i.test(
    mimeType.trim(),
  );
}

/** Media types that never are text; everything else may turn out to be. */
function isBinary(mimeType: string): boolean {
  return /^(image\/(?!svg)|audio\/|video\/|font\/|application\/(zip|gzip|pdf|wasm|x-protobuf|grpc|font|vnd\.ms-fontobject|msgpack|cbor))/i.test(
    mimeType.trim(),
  );
}

/**
 * Bytes as text, where media type and charset allow it: a byte order mark first, then the `charset`
 * parameter, then what HTML and XML say about themselves, then UTF-8, at last windows-1252. Bytes of an
 * unknown type are text when they are UTF-8 without control characters. Spec: RFC 9110 §8.3, HTML encoding sniffing.
 */
export function decodeText(
  bytes: Uint8Array,
  mimeType: string | undefined,
  truncated: boolean,
): string | undefined {
  const type = mimeType ?? '';
  if (isBinary(type)) return undefined;
  const declared = charsetFromMark(bytes) ?? charsetFromType(type) ?? charsetFromText(bytes);
  const text = declared === undefined ? undefined : decodeWith(declared, bytes, false, truncated);
  if (text !== undefined) return text;
  const utf8 = decodeWith('utf-8', bytes, true, truncated);
  if (isTextual(type)) return utf8 ?? decodeWith(fallbackCharset, bytes, false, truncated);
  return utf8 !== undefined && !hasControlCharacters(utf8) ? utf8 : undefined;
}

function charsetFromMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function charsetFromType(mimeType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(mimeType)?.[1];
}

function charsetFromText(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, sniffedBytes));
  return (
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*\scharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]*content\s*=\s*["'][^"'>]*;\s*charset=([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** undefined for a charset that nobody knows, and for bytes that break a charset that must be right (`fatal`). */
function decodeWith(
  charset: string,
  bytes: Uint8Array,
  fatal: boolean,
  truncated: boolean,
): string | undefined {
  try {
    // `stream` forgives a character that the end of the bytes cuts in two.
    return new TextDecoder(charset, { fatal }).decode(bytes, { stream: truncated });
  } catch {
    return undefined;
  }
}

function hasControlCharacters(text: string): boolean {
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 4096));
}
