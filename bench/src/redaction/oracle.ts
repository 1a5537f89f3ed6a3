import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Encodings lie in encodings at most so deep. */
const mostLayers = 6;
/** Shorter runs of base64 or hex are words; a needle of eight characters is longer in either. */
const leastRun = 12;
/** A body that unpacks to more is a bomb, not a capture. */
const mostUnpackedBytes = 8e6;

/**
 * Every text that can be read out of a JSON value: its strings, keys and numbers, and what they say after undoing percent
 * encoding, entities, JSON, base64 in all alignments, hex and compression, layer under layer. It knows nothing of what was
 * planted, and shares nothing with the sanitizer or its tests.
 */
export function readDeeply(value: unknown): string[] {
  const texts = new Set<string>();
  let layer: string[] = leavesOf(value);
  for (let depth = 0; depth <= mostLayers && layer.length > 0; depth++) {
    const fresh = layer.filter((text) => text.length >= 4 && !texts.has(text));
    for (const text of fresh) texts.add(text);
    layer = [...new Set(fresh)].flatMap(undoOnce);
  }
  return [...texts];
}

/** Strings, keys and numbers of a JSON value. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, child]) => [key, ...leavesOf(child)]);
  return [];
}

/** Most texts of a capture come again in every entry, and a judge reads the same capture from several hands. */
const remembered = new Map<string, readonly string[]>();
const mostRemembered = 200_000;

function undoOnce(text: string): readonly string[] {
  const before = remembered.get(text);
  if (before !== undefined) return before;
  if (remembered.size >= mostRemembered) remembered.clear();
  const decoded = undo(text);
  remembered.set(text, decoded);
  return decoded;
}

/** What a text says one layer down, in every way that applies to it. */
function undo(text: string): string[] {
  return [
    ...percentDecoded(text),
    ...withoutEntities(text),
    ...parsedJson(text),
    ...withoutEscapes(text),
    ...outOfBase64(text),
    ...outOfHex(text),
  ].filter((decoded) => decoded !== text);
}

function percentDecoded(text: string): string[] {
  if (!/%[0-9a-f]{2}/i.test(text)) return [];
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  return decoded.includes('+') ? [decoded, decoded.replaceAll('+', ' ')] : [decoded];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string[] {
  if (!text.includes('&')) return [];
  return [
    text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }),
  ];
}

function parsedJson(text: string): string[] {
  if (!/^\s*["[{]/.test(text)) return [];
  try {
    return leavesOf(JSON.parse(text));
  } catch {
    return [];
  }
}

/** JSON's and JavaScript's escapes, also where the text around them is no JSON: a line of a stream, a script. */
function withoutEscapes(text: string): string[] {
  if (!text.includes('\\')) return [];
  return [
    text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi, (_, unicode, byte, sign) =>
      sign === undefined
        ? String.fromCharCode(Number.parseInt(unicode ?? byte, 16))
        : ({ n: '\n', r: '\r', t: '\t' }[sign as string] ?? sign),
    ),
  ];
}

function outOfBase64(text: string): string[] {
  // Mail and PEM break base64 into lines; a line may end anywhere in a group of four.
  const joined = /[\w+/-]\r?\n[ \t]*[\w+/-]/.test(text) ? [text, text.replace(/\s+/g, '')] : [text];
  const found: string[] = [];
  for (const [run] of joined.flatMap((whole) => [...whole.matchAll(/[\w+/-]{12,}/g)]))
    for (let skipped = 0; skipped < 4; skipped++) {
      // Four alignments: a run may begin with characters that are not part of it.
      const bytes = Buffer.from(run.slice(skipped), 'base64');
      if (bytes.length >= 6) found.push(...textsOf(bytes, skipped === 0));
    }
  return found;
}

function outOfHex(text: string): string[] {
  return [...text.matchAll(/(?:[0-9a-f]{2}){6,}/gi)]
    .filter(([run]) => run.length >= leastRun)
    .flatMap(([run]) => textsOf(Buffer.from(run, 'hex'), true));
}

/** Bytes as text, whatever their charset keeps of ASCII, and unpacked where they are packed. */
function textsOf(bytes: Buffer, mayBePacked: boolean): string[] {
  const texts = [bytes.toString('utf8')];
  if (bytes.includes(0)) texts.push(bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le'));
  if (mayBePacked) for (const unpacked of unpack(bytes)) texts.push(unpacked.toString('utf8'));
  return texts;
}

const asFarAsItGoes = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpackedBytes };

/** Ways to pack bytes, and what bytes packed so begin with; asking first spares thousands of exceptions. */
const packings: readonly {
  readonly mayBe: (bytes: Buffer) => boolean;
  readonly unpack: (bytes: Buffer) => Buffer;
}[] = [
  { mayBe: ([a, b]) => a === 0x1f && b === 0x8b, unpack: (bytes) => gunzipSync(bytes, asFarAsItGoes) },
  // RFC 1950 §2.2: method 8, and a header that 31 divides.
  {
    mayBe: ([a = 0, b = 0]) => (a & 15) === 8 && ((a << 8) | b) % 31 === 0,
    unpack: (bytes) => inflateSync(bytes, asFarAsItGoes),
  },
  // RFC 1951 §3.2.3: there is no block of type 3.
  { mayBe: ([a = 0]) => ((a >> 1) & 3) !== 3, unpack: (bytes) => inflateRawSync(bytes, asFarAsItGoes) },
  {
    mayBe: () => true,
    unpack: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: mostUnpackedBytes }),
  },
];

function unpack(bytes: Buffer): Buffer[] {
  return packings.flatMap(({ mayBe, unpack }) => {
    if (!mayBe(bytes)) return [];
    try {
      const unpacked = unpack(bytes);
      return unpacked.length > 0 ? [unpacked] : [];
    } catch {
      return [];
    }
  });
}
