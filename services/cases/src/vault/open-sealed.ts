import { ReadableStream } from 'node:stream/web';
import {
  decrypt,
  decryptSessionKeys,
  enums,
  type Message,
  type SessionKey as PlainSessionKey,
  type PrivateKey,
  readMessage,
  type WebStream,
} from 'openpgp';
import type { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

/** What opens a sealed file: private keys, or the session key of that file. */
export type Opener = { readonly privateKeys: readonly PrivateKey[] } | { readonly sessionKey: SessionKey };

/** No binary packet begins with it: bit 7 of a packet's first byte is set. */
const armorStart = '-'.charCodeAt(0);
const encryptedTags = [enums.packet.symEncryptedIntegrityProtectedData, enums.packet.aeadEncryptedData];
/** By default the library keeps a whole file in memory until it is checked. Ours is checked before it counts. */
const reading = { allowUnauthenticatedStream: true };

/**
 * The plain bytes of a sealed file, as they are decrypted; memory does not grow with the file.
 *
 * **They are not proven until the end.** Whether somebody changed the file shows only when the last byte was read: keep the
 * output in a place of its own until then, and throw it away when this throws.
 * Error: {@link VaultError} `vault/not-sealed`, `vault/wrong-key`, `vault/damaged`, `vault/unsupported`; whatever `sealed` throws.
 */
export async function* openSealed(
  sealed: AsyncIterable<Uint8Array>,
  opener: Opener,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = watched(sealed);
  try {
    const message = await messageOf(source.bytes);
    const sessionKeys =
      'sessionKey' in opener ? aes256(opener.sessionKey) : await unwrap(message, opener.privateKeys);
    yield* await contentOf(message, sessionKeys);
  } catch (error) {
    throw source.failure() ?? error;
  }
}

type SealedMessage = Message<WebStream<Uint8Array>>;

/** Reads as far as the packets go that say for whom it is. */
async function messageOf(sealed: AsyncIterable<Uint8Array>): Promise<SealedMessage> {
  const { first, bytes } = await withFirstByte(sealed);
  try {
    return first === armorStart
      ? ((await readMessage({ armoredMessage: webStream(textOf(bytes)) })) as unknown as SealedMessage)
      : await readMessage({ binaryMessage: webStream(bytes) });
  } catch (cause) {
    throw new VaultError('vault/not-sealed', 'no OpenPGP message', { cause });
  }
}

function aes256(key: SessionKey): PlainSessionKey[] {
  return [{ data: key.expose(), algorithm: 'aes256' }];
}

async function unwrap(
  message: SealedMessage,
  privateKeys: readonly PrivateKey[],
): Promise<PlainSessionKey[]> {
  if (message.packets.filterByTag(...encryptedTags).length === 0)
    throw new VaultError('vault/not-sealed', 'the message is not encrypted');
  try {
    // One is enough; the stream could not be read twice.
    const [found] = await decryptSessionKeys({ message, decryptionKeys: [...privateKeys], config: reading });
    if (found?.algorithm) return [{ data: found.data, algorithm: found.algorithm }];
  } catch (cause) {
    throw new VaultError('vault/wrong-key', 'none of the keys opens the message', { cause });
  }
  throw new VaultError('vault/unsupported', 'the message names no cipher');
}

/** From here on every fault means other bytes than were sealed, or not all of them. */
async function* contentOf(
  message: SealedMessage,
  sessionKeys: PlainSessionKey[],
): AsyncGenerator<Uint8Array> {
  try {
    const { data } = await decrypt({ message, sessionKeys, format: 'binary', config: reading });
    yield* data as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new VaultError('vault/damaged', 'the sealed bytes are not those that were sealed', { cause });
  }
}

/** The source's own failure must not pass for a damaged file, whatever the library makes of it. */
function watched(source: AsyncIterable<Uint8Array>) {
  let failed: { readonly error: unknown } | undefined;
  return {
    bytes: (async function* () {
      try {
        // Copied: sources may use their memory again, and the library keeps pieces for a while.
        for await (const bytes of source) yield new Uint8Array(bytes);
      } catch (error) {
        failed = { error };
        throw error;
      }
    })(),
    failure: () => failed?.error,
  };
}

async function withFirstByte(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  const start = await iterator.next();
  const rest = async function* () {
    if (start.done === true) return;
    yield start.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { first: start.done === true ? undefined : start.value[0], bytes: rest() };
}

async function* textOf(bytes: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder('latin1');
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
}

function webStream<Piece extends Uint8Array | string>(pieces: AsyncIterable<Piece>): WebStream<Piece> {
  return ReadableStream.from(pieces) as unknown as WebStream<Piece>;
}
