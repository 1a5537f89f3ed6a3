import type { SessionKey as PlainSessionKey, PrivateKey } from 'openpgp';
import { ByteReader, PacketError } from './packets/read/byte-reader.ts';
import { literalOf } from './packets/read/literal-of.ts';
import { readMessageHead } from './packets/read/message-head.ts';
import { openSealedData } from './packets/read/open-sealed-data.ts';
import type { SessionKey } from './session-key.ts';
import { VaultError } from './vault-error.ts';
import { openWithLibrary, sessionKeyIn, textWithLibrary, unarmored } from './with-library.ts';

/** What opens a sealed file: private keys, or the session key of that file. */
export type Opener = { readonly privateKeys: readonly PrivateKey[] } | { readonly sessionKey: SessionKey };

/** No binary packet begins with it: bit 7 of a packet's first byte is set. */
const armorStart = '-'.charCodeAt(0);
const cipherBits: Readonly<Record<string, 128 | 192 | 256>> = { aes128: 128, aes192: 192, aes256: 256 };

/**
 * The plain bytes of a sealed file, as they are decrypted; memory does not grow with the file.
 *
 * **They are not proven until the end.** Whether somebody changed the file shows only when the last byte was read: keep the
 * output in a place of its own until then, and throw it away when this throws.
 *
 * What we seal, and gpg and Sequoia encrypt for our keys, is read with OpenSSL's cipher and zlib; everything else, and the
 * session key, with OpenPGP.js.
 * Error: {@link VaultError} `vault/not-sealed`, `vault/wrong-key`, `vault/damaged`, `vault/unsupported`; whatever `sealed` throws.
 */
export async function* openSealed(
  sealed: AsyncIterable<Uint8Array>,
  opener: Opener,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = watched(sealed);
  try {
    yield* opened(source.bytes, opener);
  } catch (error) {
    throw source.failure() ?? error;
  }
}

/**
 * The same by OpenPGP.js alone, for reading a copy back before its original goes: by another implementation than the one that
 * wrote it. Of a compressed file this takes 400 MB for 1 GB.
 */
export async function* openSealedWithLibrary(
  sealed: AsyncIterable<Uint8Array>,
  sessionKey: SessionKey,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = watched(sealed);
  try {
    yield* openWithLibrary(source.bytes, { sessionKey });
  } catch (error) {
    throw source.failure() ?? error;
  }
}

async function* opened(bytes: AsyncIterable<Uint8Array>, opener: Opener): AsyncGenerator<Uint8Array> {
  const reader = await readerOf(bytes);
  try {
    const { read, sealed } = await readMessageHead(reader);
    const key =
      sealed === undefined
        ? undefined
        : 'sessionKey' in opener
          ? ({ data: opener.sessionKey.expose(), algorithm: 'aes256' } as const)
          : await sessionKeyIn(sealed.keyPackets, opener.privateKeys);
    const bits = key === undefined ? undefined : cipherBits[key.algorithm ?? ''];
    if (sealed === undefined || key === undefined || bits === undefined)
      yield* openWithLibrary(reader.rest(read), opener);
    else yield* contentOf(sealed.body, bits, key, reader);
  } finally {
    await reader.close();
  }
}

/** From here on every fault means other bytes than were sealed, or not all of them. */
async function* contentOf(
  body: AsyncIterable<Uint8Array>,
  bits: 128 | 192 | 256,
  key: PlainSessionKey,
  reader: ByteReader,
): AsyncGenerator<Uint8Array> {
  try {
    yield* literalOf(openSealedData(body, bits, key.data), textWithLibrary);
    // Behind the message there is nothing: what somebody added there was not sealed.
    if ((await reader.byte()) !== undefined) throw new PacketError('bytes behind the message');
  } catch (cause) {
    throw new VaultError('vault/damaged', 'the sealed bytes are not those that were sealed', { cause });
  }
}

/** The bytes of a message, out of its armor where it has one. */
async function readerOf(bytes: AsyncIterable<Uint8Array>): Promise<ByteReader> {
  const reader = new ByteReader(bytes);
  reader.keep();
  const first = await reader.byte();
  const all = reader.rest(reader.kept());
  return new ByteReader(first === armorStart ? unarmored(all) : all);
}

/** The source's own failure must not pass for a damaged file, whatever becomes of it on its way. */
function watched(source: AsyncIterable<Uint8Array>) {
  let failed: { readonly error: unknown } | undefined;
  return {
    bytes: (async function* () {
      try {
        yield* source;
      } catch (error) {
        failed = { error };
        throw error;
      }
    })(),
    failure: () => failed?.error,
  };
}
