import { type Capture, type Entry, EntryFlag, NO_RANGE, normaliseEntry } from '@harrier/har';
import { allHeadSigns, HeadSign, headSignsIn } from './head-words.ts';

/** What was read of one entry. Nothing of it is parsed before it is asked for, and each call parses anew. */
export interface EntryParts {
  entry(): Entry;
  /** The entry's JSON as it was written, the texts of its bodies cut out; undefined where that was too long to read. */
  rawEntry(): unknown;
  requestText(): string | undefined;
  responseText(): string | undefined;
  /** Of the answer's text only the beginning was read. */
  readonly isResponseCut: boolean;
  /** The bytes of `rawEntry` as text; undefined where they are not at hand, or not what they mean. */
  head(): string | undefined;
  /** Which {@link HeadSign}s stand in it; all where it is not at hand. */
  readonly headSigns: number;
  /** The bytes of a body as they stand in the file, JSON's escapes among them; undefined where they are not at hand. */
  responseBytes(): Uint8Array | undefined;
  requestBytes(): Uint8Array | undefined;
}

/** Reads an entry, and of each of its bodies at most so many bytes. Error: whatever `capture.source` throws. */
export async function readEntryParts(
  capture: Capture,
  row: number,
  maxBodyBytes: number,
): Promise<EntryParts> {
  const places = placesOf(capture, row, maxBodyBytes);
  if (places === undefined) return await readThroughCapture(capture, row, maxBodyBytes);
  const start = capture.index.columns.entryStart[row] as number;
  const bytes = await capture.source.read(start, capture.index.columns.entryLength[row] as number);
  const parts = new PartsOfBytes(capture, row, bytes, places);
  // Only its JSON says in what the text that was sent is written.
  const isPlain =
    places.request === undefined || (parts.headSigns & (HeadSign.base64 | HeadSign.hidden)) === 0;
  return isPlain ? parts : await readThroughCapture(capture, row, maxBodyBytes);
}

/** The text of a body in the bytes of its entry. Half-open. */
interface BodyPlace {
  readonly start: number;
  readonly end: number;
  readonly isEscaped: boolean;
  /** Base64 of what is no text. */
  readonly isBinary: boolean;
}

interface BodyPlaces {
  readonly request: BodyPlace | undefined;
  readonly response: BodyPlace | undefined;
}

/** What no encoding makes a text of: of pictures and the like there is nothing to read. */
const neverText = /^(?:image\/(?!svg)|audio\/|video\/|font\/)/;

/** An entry of which only a capture knows how it is read: damaged, with odd or long bodies, or bodies elsewhere. */
const oddFlags = EntryFlag.damaged | EntryFlag.duplicateKey | EntryFlag.bodyInFile;

/** undefined: the entry is not read by its ranges. */
function placesOf({ index }: Capture, row: number, maxBodyBytes: number): BodyPlaces | undefined {
  const { contentStart, contentLength, postDataStart, postDataLength, flags, mimeType } = index.columns;
  const flag = flags[row] as number;
  const content = contentLength[row] as number;
  const postData = postDataLength[row] as number;
  if ((flag & oddFlags) !== 0) return undefined;
  const isBinary = (flag & EntryFlag.contentBase64) !== 0;
  if (isBinary && !neverText.test(index.strings.get(mimeType[row] as number))) return undefined;
  // Posted, and not as a text at its usual place: as parameters, or as a bare string.
  if ((flag & EntryFlag.hasPostData) !== 0 && (postData === NO_RANGE || postData === 0)) return undefined;
  const request = placeOf(
    postDataStart[row] as number,
    postData,
    (flag & EntryFlag.postDataEscaped) !== 0,
    false,
  );
  const response = placeOf(
    contentStart[row] as number,
    content,
    (flag & EntryFlag.contentEscaped) !== 0,
    isBinary,
  );
  return lengthOf(request) > maxBodyBytes || lengthOf(response) > maxBodyBytes
    ? undefined
    : { request, response };
}

function placeOf(
  start: number,
  length: number,
  isEscaped: boolean,
  isBinary: boolean,
): BodyPlace | undefined {
  return length === NO_RANGE || length === 0
    ? undefined
    : { start, end: start + length, isEscaped, isBinary };
}

function lengthOf(body: BodyPlace | undefined): number {
  return body === undefined ? 0 : body.end - body.start;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const latin1 = new TextDecoder('latin1');
const nothing = new Uint8Array(0);
/** Stands for a text that was cut out, so that one can still see that there was one. */
const CUT = '_';

class PartsOfBytes implements EntryParts {
  readonly #capture: Capture;
  readonly #row: number;
  readonly #bytes: Uint8Array;
  readonly #bodies: BodyPlaces;
  readonly isResponseCut = false;
  readonly headSigns: number;

  constructor(capture: Capture, row: number, bytes: Uint8Array, bodies: BodyPlaces) {
    this.#capture = capture;
    this.#row = row;
    this.#bytes = bytes;
    this.#bodies = bodies;
    this.headSigns = this.#pieces().reduce((signs, piece) => signs | headSignsIn(piece), 0);
  }

  entry(): Entry {
    return normaliseEntry(this.rawEntry(), this.#row, { producer: this.#capture.producer }).entry;
  }

  rawEntry(): unknown {
    try {
      return JSON.parse(
        this.#pieces()
          .map((piece) => utf8.decode(piece))
          .join(CUT),
      );
    } catch {
      // Sound when it was indexed, so the file was changed since.
      return undefined;
    }
  }

  requestText(): string | undefined {
    return this.#text(this.#bodies.request);
  }

  responseText(): string | undefined {
    return this.#text(this.#bodies.response);
  }

  head(): string | undefined {
    // A letter may be written as an escape; nobody does so, but then words would hide.
    if ((this.headSigns & HeadSign.hidden) !== 0) return undefined;
    return this.#pieces()
      .map((piece) => latin1.decode(piece))
      .join('');
  }

  requestBytes(): Uint8Array {
    return this.#bytesAt(this.#bodies.request);
  }

  responseBytes(): Uint8Array {
    return this.#bytesAt(this.#bodies.response);
  }

  #bytesAt(place: BodyPlace | undefined): Uint8Array {
    return place === undefined || place.isBinary ? nothing : this.#bytes.subarray(place.start, place.end);
  }

  #text(place: BodyPlace | undefined): string | undefined {
    if (place === undefined || place.isBinary) return undefined;
    const text = utf8.decode(this.#bytes.subarray(place.start, place.end));
    if (!place.isEscaped) return text;
    try {
      return JSON.parse(`"${text}"`) as string;
    } catch {
      // The file was changed since; and what the parser says of it would quote it.
      return undefined;
    }
  }

  /** What stands before, between and behind the bodies. */
  #pieces(): Uint8Array[] {
    const { request, response } = this.#bodies;
    const pieces: Uint8Array[] = [];
    let from = 0;
    for (const body of inOrder(request, response)) {
      pieces.push(this.#bytes.subarray(from, body.start));
      from = body.end;
    }
    return [...pieces, this.#bytes.subarray(from)];
  }
}

function inOrder(one: BodyPlace | undefined, other: BodyPlace | undefined): readonly BodyPlace[] {
  if (one === undefined) return other === undefined ? [] : [other];
  if (other === undefined) return [one];
  return one.start < other.start ? [one, other] : [other, one];
}

/** The slow way, which knows every kind of body. */
async function readThroughCapture(capture: Capture, row: number, maxBytes: number): Promise<EntryParts> {
  const entry = await capture.openEntry(row);
  const requestText =
    entry.request.postData === undefined
      ? undefined
      : (await capture.openBody(row, 'request', { maxBytes })).text;
  const { hasText, file } = entry.response.content;
  // Playwright can keep bodies in files beside the HAR.
  const response =
    hasText || file !== undefined ? await capture.openBody(row, 'response', { maxBytes }) : undefined;
  // Broken exchanges have no body, or the beginning of one; a huge one is not worth parsing for a pointer.
  const isShort = (capture.index.columns.entryLength[row] as number) <= maxBytes;
  const raw = entry.error === undefined || !isShort ? undefined : await capture.openRawEntry(row);
  return {
    entry: () => entry,
    rawEntry: () => raw,
    requestText: () => requestText,
    responseText: () => response?.text,
    isResponseCut: response?.truncated === true,
    head: () => undefined,
    headSigns: allHeadSigns,
    requestBytes: () => undefined,
    responseBytes: () => undefined,
  };
}
