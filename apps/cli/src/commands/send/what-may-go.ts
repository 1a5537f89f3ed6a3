import { type ByteSource, type Capture, HarReadError, SNIFF_BYTES, sniff } from '@harrier/har';
import { fileSource } from '@harrier/har/node';
import type { Options } from '../../arguments/option-table.ts';
import { InputError } from '../../input/input-error.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import type { AllWords } from '../../words/for-language.ts';
import { findCredentials, resultText } from '../sanitize/check.ts';
import { policyOfOptions } from '../sanitize/policy-of-options.ts';
import { checkPolicy } from '../sanitize/sanitize.ts';
import { NotSendableError } from './not-sendable-error.ts';

const chunkBytes = 1 << 18;

/** Notes on a capture that has bytes which were not read, and so were not looked through. */
const partlyRead: ReadonlySet<string> = new Set([
  'file/compressed-damaged',
  'file/concatenated',
  'file/padding',
  'file/trailing-data',
  'json/damaged',
  'log/entries-again',
  'saz/body-cut',
  'saz/frames-damaged',
  'saz/member-damaged',
  'saz/message-too-large',
  'zip/cut',
  'zip/member-damaged',
]);

/** Bytes that were looked through and may leave the house. */
export interface Sendable {
  readonly source: ByteSource;
  readonly mediaType: string;
}

/**
 * Runs `send` on the bytes of a file that may go to a drop: a capture without credentials, a sealed file, or a whole package
 * of an escalation. The bytes are of the file that was looked at, held open, even if its name leads to another one meanwhile.
 * Errors: {@link NotSendableError}; as of `withCapture`.
 */
export async function withSendable<Result>(
  io: CliIo,
  file: string,
  options: Options,
  words: AllWords,
  send: (sendable: Sendable) => Promise<Result>,
): Promise<Result> {
  const policy = await policyOfOptions(options);
  checkPolicy(policy, options.policy);
  const source = opened(file);
  try {
    if (await isSealedFile(io, source)) return await send({ source, mediaType: 'application/octet-stream' });
    const { kind } = sniff(await source.read(0, SNIFF_BYTES), source.sizeBytes);
    if (kind === 'other') throw new NotSendableError('other-kind', file);
  } finally {
    await source.close?.();
  }
  return await withCapture(io, file, options, words, async (capture, bytes) => {
    const mediaType = await mediaTypeOf(io, capture, bytes);
    if (mediaType === undefined) throw new NotSendableError('other-kind', file);
    const found = await findCredentials(io, capture, policy, words);
    if (found.length === 0) return await send({ source: bytes, mediaType });
    await io.stderr.write(resultText({ clean: false, found }, words));
    throw new NotSendableError('not-clean', file);
  }).catch((error: unknown) => {
    throw isNoCapture(error) ? new NotSendableError('other-kind', file) : error;
  });
}

/** A file alone: what comes out of a pipe has no name that a drop could give it, and cannot be read twice. */
function opened(file: string): ByteSource {
  try {
    return fileSource(file);
  } catch (error) {
    throw new InputError(file, error);
  }
}

async function isSealedFile(io: CliIo, source: ByteSource): Promise<boolean> {
  const [first = 0] = await source.read(0, 1);
  // Every binary packet begins with bit 7. Captures do not, so what knows OpenPGP is not loaded for them.
  if ((first & 0x80) === 0) return false;
  const { isSealed } = await import('@harrier/cases/vault');
  return await isSealed(source.stream(chunkBytes, io.signal));
}

/**
 * Of a capture that is looked through whole. undefined: bytes lie beside it that nobody looks at, as in a zip of several
 * files or behind the end of the JSON.
 */
async function mediaTypeOf(
  io: CliIo,
  { container, notes }: Capture,
  source: ByteSource,
): Promise<string | undefined> {
  const { format, wrappings } = container;
  if (notes.some(({ code }) => partlyRead.has(code))) return undefined;
  switch (wrappings.join()) {
    case '':
      return format === 'saz' ? 'application/zip' : 'application/json';
    case 'gzip':
      return format === 'saz' ? undefined : 'application/gzip';
    case 'zip': {
      const { isWholePackage } = await import('@harrier/escalate');
      const pieces: Uint8Array[] = [];
      for await (const piece of source.stream(chunkBytes, io.signal)) pieces.push(Uint8Array.from(piece));
      return (await isWholePackage(Buffer.concat(pieces))) ? 'application/zip' : undefined;
    }
    default:
      return undefined;
  }
}

function isNoCapture(error: unknown): boolean {
  const cause = error instanceof InputError ? error.cause : undefined;
  return cause instanceof HarReadError && cause.code === 'har/not-a-capture';
}
