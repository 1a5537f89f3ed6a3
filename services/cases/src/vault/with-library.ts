import { ReadableStream } from 'node:stream/web';
import {
  decrypt,
  decryptSessionKeys,
  enums,
  type Message,
  type SessionKey as PlainSessionKey,
  type PrivateKey,
  readMessage,
  unarmor,
  type WebStream,
} from 'openpgp';
import type { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';

/**
 * Reading with OpenPGP.js: session keys, whatever is in another form than a version 1 packet, and the copies that are read
 * back before an original goes, because those must be read by another implementation than the one that wrote them.
 */

const encryptedTags = [enums.packet.symEncryptedIntegrityProtectedData, enums.packet.aeadEncryptedData];
/** By default the library keeps a whole file in memory until it is checked. Ours is checked before it counts. */
const reading = { allowUnauthenticatedStream: true };

/** The plain bytes of a binary message. Error: as `openSealed`. */
export async function* openWithLibrary(
  sealed: AsyncIterable<Uint8Array>,
  opener: { readonly privateKeys: readonly PrivateKey[] } | { readonly sessionKey: SessionKey },
): AsyncGenerator<Uint8Array> {
  const message = await messageOf(sealed);
  const sessionKeys: PlainSessionKey[] =
    'sessionKey' in opener
      ? [{ data: opener.sessionKey.expose(), algorithm: 'aes256' }]
      : [await unwrapped(message, opener.privateKeys)];
  yield* contentOf(message, sessionKeys);
}

/** The session key in the packets at the beginning of a message. Error: `vault/wrong-key`, `vault/unsupported`. */
export async function sessionKeyIn(
  keyPackets: Uint8Array,
  privateKeys: readonly PrivateKey[],
): Promise<PlainSessionKey> {
  // The library unwraps keys of whole messages only: this is one, with nothing in it.
  const nothing = Uint8Array.of(0xc0 | enums.packet.symEncryptedIntegrityProtectedData, 1, 1);
  const whole = new Uint8Array(Buffer.concat([keyPackets, nothing]));
  return await unwrapped(await readMessage({ binaryMessage: whole }), privateKeys);
}

/** The bytes in an ASCII armor. Error: `vault/not-sealed`. */
export async function* unarmored(text: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let data: AsyncIterable<Uint8Array>;
  try {
    ({ data } = (await unarmor(webStream(latin1Of(text)))) as unknown as { data: AsyncIterable<Uint8Array> });
  } catch (cause) {
    throw new VaultError('vault/not-sealed', 'no OpenPGP message', { cause });
  }
  yield* data;
}

/** The text of packets that are decrypted already, in a compression that only the library knows. */
export async function* textWithLibrary(packets: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const message = (await messageOf(packets)).unwrapCompressed();
  yield* message.getLiteralData() as unknown as AsyncIterable<Uint8Array>;
}

type StreamMessage = Message<WebStream<Uint8Array>>;

async function messageOf(bytes: AsyncIterable<Uint8Array>): Promise<StreamMessage> {
  try {
    return await readMessage({ binaryMessage: webStream(bytes) });
  } catch (cause) {
    throw new VaultError('vault/not-sealed', 'no OpenPGP message', { cause });
  }
}

async function unwrapped(
  message: StreamMessage | Message<Uint8Array>,
  privateKeys: readonly PrivateKey[],
): Promise<PlainSessionKey> {
  if (message.packets.filterByTag(...encryptedTags).length === 0)
    throw new VaultError('vault/not-sealed', 'the message is not encrypted');
  let found: PlainSessionKey | undefined;
  try {
    // One is enough; a stream could not be read twice.
    [found] = (await decryptSessionKeys({
      message: message as Message<Uint8Array>,
      decryptionKeys: [...privateKeys],
      config: reading,
    })) as PlainSessionKey[];
  } catch (cause) {
    throw new VaultError('vault/wrong-key', 'none of the keys opens the message', { cause });
  }
  if (found?.algorithm) return { data: found.data, algorithm: found.algorithm };
  throw new VaultError('vault/unsupported', 'the message names no cipher');
}

/** From here on every fault means other bytes than were sealed, or not all of them. */
async function* contentOf(
  message: StreamMessage,
  sessionKeys: PlainSessionKey[],
): AsyncGenerator<Uint8Array> {
  try {
    const { data } = await decrypt({ message, sessionKeys, format: 'binary', config: reading });
    yield* data as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new VaultError('vault/damaged', 'the sealed bytes are not those that were sealed', { cause });
  }
}

async function* latin1Of(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('latin1');
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
}

function webStream<Piece extends Uint8Array | string>(pieces: AsyncIterable<Piece>): WebStream<Piece> {
  return ReadableStream.from(copies(pieces)) as unknown as WebStream<Piece>;
}

/** Sources may use their memory again, and the library keeps pieces for a while. */
async function* copies<Piece extends Uint8Array | string>(
  source: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  for await (const piece of source)
    yield (typeof piece === 'string' ? piece : new Uint8Array(piece)) as Piece;
}
