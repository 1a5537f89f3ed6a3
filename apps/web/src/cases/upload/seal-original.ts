import { blobSource } from '@harrier/har';
import { fileDigest } from '@harrier/sanitize';
import type * as OpenPgp from 'openpgp';

/** A public key of the vault, as the server gives it for an upload. */
export interface UploadKey {
  /** 40 capital hex digits. */
  readonly fingerprint: string;
  readonly armored: string;
}

/** An original that only the vault's keys open, and the capsule of its session key. */
export interface SealedOriginal {
  readonly sealed: Blob;
  /** SHA-256 of the sealed bytes, 64 hex digits. */
  readonly sha256: string;
  /** Opens with the same keys, and gives the session key of this file alone. */
  readonly capsule: Uint8Array;
}

/** Parts are handed to the browser's own storage in pieces of this size, so that memory does not grow with the file. */
const PIECE_BYTES = 8 << 20;

/**
 * Encrypts a file for every key of the vault, in the form that gpg 2.2 reads: version 1 packets, AES-256, no compression,
 * no file name. `openpgp` is the library, which is loaded when it is needed. Error: where a key is not the one that the
 * server named.
 */
export async function sealOriginal(
  openpgp: typeof OpenPgp,
  file: Blob,
  keys: readonly UploadKey[],
  onProgress: (fraction: number) => void,
): Promise<SealedOriginal> {
  const encryptionKeys = await Promise.all(
    keys.map(async ({ fingerprint, armored }) => {
      const key = await openpgp.readKey({ armoredKey: armored });
      if (key.getFingerprint().toUpperCase() !== fingerprint)
        throw new Error('the server gave another key than it named');
      return key;
    }),
  );
  const config = {
    aeadProtect: false,
    allowMissingKeyFlags: true,
    preferredCompressionAlgorithm: openpgp.enums.compression.uncompressed,
  };
  const sessionKey = {
    data: crypto.getRandomValues(new Uint8Array(32)),
    algorithm: 'aes256' as const,
  };
  try {
    const message = await openpgp.createMessage({ binary: file.stream() as ReadableStream<Uint8Array> });
    const bytes = await openpgp.encrypt({ message, encryptionKeys, sessionKey, config, format: 'binary' });
    const sealed = await collected(bytes as ReadableStream<Uint8Array>, (size) =>
      onProgress(size / file.size),
    );
    const { sha256 } = await fileDigest(blobSource(sealed));
    const text = `Key capsule of the sealed file with SHA-256 ${sha256} (${sealed.size} bytes)\n`;
    const capsule = await openpgp.encrypt({
      message: await openpgp.createMessage({ binary: new TextEncoder().encode(text) }),
      encryptionKeys,
      sessionKey,
      config,
      format: 'binary',
    });
    return { sealed, sha256, capsule: capsule as Uint8Array };
  } finally {
    sessionKey.data.fill(0);
  }
}

async function collected(
  stream: ReadableStream<Uint8Array>,
  onSize: (sizeBytes: number) => void,
): Promise<Blob> {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let partBytes = 0;
  const pieces: Blob[] = [];
  let sizeBytes = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value as Uint8Array<ArrayBuffer>);
    partBytes += read.value.length;
    sizeBytes += read.value.length;
    if (partBytes < PIECE_BYTES) continue;
    pieces.push(new Blob(parts));
    parts = [];
    partBytes = 0;
    onSize(sizeBytes);
  }
  return new Blob([...pieces, ...parts]);
}
