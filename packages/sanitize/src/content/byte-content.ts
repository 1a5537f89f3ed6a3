// Alone: a thread that rewrites contents needs nothing else of that room, and its start is waited for.
import { decodeBrotli } from '@harrier/har/brotli';
import { deflateSync } from 'fflate';
import { isHeaderBlock } from '../formats/header-block.ts';
import type { Visit } from '../formats/visit.ts';
import { isArchive, mimeTypeOfFile, rewriteArchive } from './archive.ts';
import { rewriteByteDocument } from './binary/byte-document.ts';
import { rewriteNamedStrings } from './binary/named-strings.ts';
import { readByteDocument } from './binary/read-byte-document.ts';
import {
  beginsLikeText,
  bytesToLatin1,
  decodeBase64,
  decodeUtf8,
  encodeBase64Bytes,
  latin1ToBytes,
} from './bytes.ts';
import { type Compressed, decompress, inflateRaw } from './compressed.ts';
import { rewriteLdapBind } from './ldap-bind.ts';
import { isMediaFile } from './media-file.ts';
import { rewriteMqttConnect } from './mqtt-connect.ts';
import { readMqttPublish } from './mqtt-publish.ts';
import type { Nesting } from './nesting.ts';
import type { Replacer } from './replacer.ts';
import { mayBeBase64 } from './text-form.ts';
import { wideText } from './wide-text.ts';

/** Rewrites the texts that bytes turn out to be. */
export interface ByteTextRewriter {
  /** A text whose format its media type or its first characters tell. */
  rewriteText(text: string, mimeType: string): string;
  /** Texts among bytes that are none, one character a byte. */
  rewriteFlat(text: string): string;
  /** A value with a name. */
  readonly visit: Visit;
}

/** Takes credentials out of bytes: texts in any character set, compressed, in base64, or between bytes that are no text. */
export class ByteContent {
  readonly #nesting: Nesting;
  readonly #replacer: Replacer;
  readonly #texts: ByteTextRewriter;
  /** Whether the last bytes as a whole were a picture or its like. */
  isMedia = false;

  constructor(nesting: Nesting, replacer: Replacer, texts: ByteTextRewriter) {
    this.#nesting = nesting;
    this.#replacer = replacer;
    this.#texts = texts;
  }

  /** Rewrites the bytes of a body; the same array where nothing changed, `undefined` where it cannot be read. */
  rewrite(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    if (this.#nesting.isOnTop) this.isMedia = false;
    return this.#rewriteHeld(bytes, mimeType, decompress(bytes));
  }

  /** `compressed` is what `decompress` says of the bytes. */
  #rewriteHeld(
    bytes: Uint8Array,
    mimeType: string,
    compressed: Compressed | 'unreadable' | undefined,
  ): Uint8Array | undefined {
    if (compressed === 'unreadable') return undefined;
    if (compressed !== undefined) {
      if (this.#nesting.isDeepest) return undefined;
      const plain = this.#unfolded(compressed.bytes, mimeType);
      if (plain === undefined) return undefined;
      return plain === compressed.bytes ? bytes : compressed.compress(plain);
    }
    const text = decodeUtf8(bytes);
    if (text !== undefined && !text.includes('\0')) {
      const rewritten = this.#texts.rewriteText(text, mimeType);
      return rewritten === text ? bytes : new TextEncoder().encode(rewritten);
    }
    return this.#rewriteBinary(bytes, mimeType);
  }

  /** Text in another character set, or a binary format: replacements are ASCII, so one character a byte is enough. */
  #rewriteBinary(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    const message = this.#rewriteMessage(bytes, mimeType);
    if (message !== undefined) return message;
    const document = this.#rewritePublished(bytes) ?? this.#rewriteDocument(bytes);
    if (document !== undefined) return document === UNWRITABLE ? undefined : document;
    const wide = wideText(bytes, mimeType);
    if (wide !== undefined) {
      const rewritten = this.#texts.rewriteText(wide.text, mimeType);
      return rewritten === wide.text ? bytes : wide.encode(rewritten);
    }
    if (isArchive(bytes)) return this.#rewriteArchive(bytes);
    if (isMediaFile(bytes)) {
      if (this.#nesting.isOnTop) this.isMedia = true;
      return bytes;
    }
    const inflated = this.#rewriteInflated(bytes, mimeType);
    if (inflated !== undefined) return inflated;
    if (this.#hidesInBrotli(bytes, mimeType)) return undefined;
    const text = bytesToLatin1(bytes);
    const isText = /text|json|xml|javascript|urlencoded|multipart/i.test(mimeType);
    const rewritten = isText
      ? this.#texts.rewriteText(text, mimeType)
      : this.#texts.rewriteFlat(rewriteNamedStrings(text, this.#texts.visit));
    return rewritten === text ? bytes : latin1ToBytes(rewritten);
  }

  /** What opens a connection in protocols between programs, however short it is; `undefined` where bytes are none of it. */
  #rewriteMessage(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    const mqtt = rewriteMqttConnect(bytes, this.#texts.visit);
    if (mqtt !== undefined) {
      const { packet, rest } = mqtt;
      const others = rest.length === 0 ? rest : (this.#rewriteBinary(rest, mimeType) ?? rest);
      if (others === rest && packet.buffer === bytes.buffer) return bytes;
      const whole = new Uint8Array(packet.length + others.length);
      whole.set(packet);
      whole.set(others, packet.length);
      return whole;
    }
    const bind = rewriteLdapBind(bytes, this.#texts.visit);
    if (bind !== undefined) return bind;
    const start = bytesToLatin1(bytes.subarray(0, START_BYTES));
    if (isHeaderBlock(start)) {
      // A frame of STOMP ends with a zero, which no text has.
      const text = bytesToLatin1(bytes);
      const rewritten = this.#texts.rewriteText(text, mimeType);
      return rewritten === text ? bytes : latin1ToBytes(rewritten);
    }
    if (bytes.length > START_BYTES || !start.includes('PLAIN')) return undefined;
    const text = bytesToLatin1(bytes);
    const rewritten = this.#texts.rewriteFlat(text);
    return rewritten === text ? undefined : latin1ToBytes(rewritten);
  }

  /** What a packet of MQTT carries; `undefined` where bytes are none. */
  #rewritePublished(bytes: Uint8Array): Uint8Array | typeof UNWRITABLE | undefined {
    const packet = this.#nesting.isDeepest ? undefined : readMqttPublish(bytes);
    if (packet === undefined) return undefined;
    const { topic, payload } = packet;
    const [about, rewritten] = this.#nesting.deeper(() => [
      this.#nesting.within('topic', () => this.#texts.rewriteText(topic, '')),
      this.#nesting.within('payload', () => this.rewrite(payload, '')),
    ]);
    const properties = bytesToLatin1(packet.properties);
    if (rewritten === undefined || this.#texts.rewriteFlat(properties) !== properties) return UNWRITABLE;
    return about === topic && rewritten === payload ? bytes : packet.write(about, rewritten);
  }

  /**
   * A document in a format of bytes, read by the names in it; {@link UNWRITABLE} where one goes that cannot be written
   * again, `undefined` where bytes are none.
   */
  #rewriteDocument(bytes: Uint8Array): Uint8Array | typeof UNWRITABLE | undefined {
    if (this.#nesting.isDeepest) return undefined;
    const document = readByteDocument(bytes);
    if (document === undefined) return undefined;
    this.#nesting.unfold(document.json.length);
    const rewritten = rewriteByteDocument(bytes, document, (json) =>
      this.#nesting.deeper(() =>
        this.#nesting.within('document', () => this.#texts.rewriteText(json, 'application/json')),
      ),
    );
    if (rewritten === undefined) return UNWRITABLE;
    // What no value holds: objects of a list that nothing names.
    const text = bytesToLatin1(rewritten);
    const flat = this.#texts.rewriteFlat(text);
    return flat === text ? rewritten : latin1ToBytes(flat);
  }

  /** A text that is base64 as a whole and holds something readable; `undefined` where it is not. */
  rewriteBase64(text: string, mimeType = ''): string | undefined {
    if (!mayBeBase64(text) || /^[0-9A-Fa-f]+$/.test(text)) return undefined;
    // Engine.IO puts a letter in front of base64. Spec: Engine.IO protocol 3, "Packet".
    if (text.startsWith('b') && text.length % 4 === 1 && text.length >= MIN_MARKED) {
      const inner = this.rewriteBase64(text.slice(1), mimeType);
      return inner === undefined ? undefined : `b${inner}`;
    }
    const decoded = decodeBase64(text);
    if (decoded === undefined) return undefined;
    const { bytes, style } = decoded;
    const compressed = decompress(bytes);
    if (compressed === undefined && !beginsLikeText(bytes)) {
      const opaque = this.#nesting.within('base64', () => this.#rewriteOpaque(bytes, text, mimeType));
      return opaque === bytes
        ? undefined
        : typeof opaque === 'string'
          ? opaque
          : encodeBase64Bytes(opaque, style);
    }
    const rewritten = this.#nesting.within('base64', () => this.#rewriteHeld(bytes, mimeType, compressed));
    if (rewritten === bytes) return text;
    if (rewritten === undefined) return undefined;
    return encodeBase64Bytes(rewritten, style);
  }

  /** Bytes that are no text: deflated without a head, UTF-16, or a format with texts in it (protocol buffers, MQTT). */
  #rewriteOpaque(bytes: Uint8Array, written: string, mimeType: string): Uint8Array | string {
    const message = this.#rewriteMessage(bytes, mimeType);
    if (message !== undefined) return message;
    // A message alone may be short. In a longer text, the quick look passes over so few bytes.
    if (isMediaFile(bytes) || (bytes.length < MIN_OPAQUE_BYTES && !this.#nesting.isWhole)) return bytes;
    const document = this.#rewritePublished(bytes) ?? this.#rewriteDocument(bytes);
    if (document !== undefined && document !== UNWRITABLE) return document;
    if (document === UNWRITABLE) {
      const span = {
        start: 0,
        end: written.length,
        kind: 'access-token',
        rule: 'content/unwritable',
      } as const;
      return this.#replacer.replace(span, written, 'suspect');
    }
    if (bytes.length < MIN_OPAQUE_BYTES) return bytes;
    if (isArchive(bytes) || wideText(bytes, mimeType) !== undefined)
      return this.#rewriteBinary(bytes, mimeType) ?? bytes;
    const inflated = this.#rewriteInflated(bytes, mimeType);
    if (inflated !== undefined) return inflated;
    if (this.#hidesInBrotli(bytes, mimeType)) {
      const span = { start: 0, end: written.length, kind: 'access-token', rule: 'content/brotli' } as const;
      return this.#replacer.replace(span, written, 'suspect');
    }
    // Drawn bytes (hashes, keys, signatures) hold no texts; a whole document of them is not looked through twice.
    return written.length > MAX_OPAQUE_LENGTH ? bytes : (this.#rewriteBinary(bytes, mimeType) ?? bytes);
  }

  /** Deflate without a head, which nothing tells but that it inflates to text; `undefined` where it does not. */
  #rewriteInflated(bytes: Uint8Array, mimeType: string): Uint8Array | undefined {
    const plain = this.#nesting.isDeepest ? undefined : inflateRaw(bytes);
    if (plain === undefined || plain.length < MIN_INFLATED_BYTES || !beginsLikeText(plain)) return undefined;
    const rewritten = this.#unfolded(plain, mimeType);
    return rewritten === undefined || rewritten === plain ? bytes : deflateSync(rewritten);
  }

  #rewriteArchive(bytes: Uint8Array): Uint8Array | undefined {
    if (this.#nesting.isDeepest) return undefined;
    return rewriteArchive(bytes, (name, content) =>
      this.#nesting.deeper(() =>
        this.#nesting.within(name, () => this.rewrite(content, mimeTypeOfFile(name))),
      ),
    );
  }

  /** Whether bytes are Brotli with a credential inside; it can be read and not be written again. */
  #hidesInBrotli(bytes: Uint8Array, mimeType: string): boolean {
    if (this.#nesting.isDeepest) return false;
    const { bytes: plain, trouble } = decodeBrotli(bytes, MAX_BROTLI_BYTES);
    if (trouble !== undefined || plain.length < MIN_OPAQUE_BYTES || !beginsLikeText(plain)) return false;
    const rewritten = this.#unfolded(plain, mimeType);
    return rewritten !== plain;
  }

  #unfolded(plain: Uint8Array, mimeType: string): Uint8Array | undefined {
    this.#nesting.unfold(plain.length);
    return this.#nesting.deeper(() =>
      this.#nesting.within('compressed', () => this.rewrite(plain, mimeType)),
    );
  }
}

/** A document with a credential that cannot be written without it. */
const UNWRITABLE = Symbol('unwritable');

/** A message that opens a connection is told by its beginning. */
const START_BYTES = 512;

/** Shorter ones are words and ids with a letter more than base64 has. */
const MIN_MARKED = 65;

const MAX_BROTLI_BYTES = 8 * 1024 * 1024;

/** Fewer bytes are a hash or a key. */
const MIN_OPAQUE_BYTES = 48;

/** Shorter texts come out of any bytes now and then. */
const MIN_INFLATED_BYTES = 20;

const MAX_OPAQUE_LENGTH = 4_000_000;
