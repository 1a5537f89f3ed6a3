import type { SealReceipt, VaultKey } from '@harrier/cases/vault';
import type { ByteSource } from '@harrier/har';
import { byteCountOf } from '../../arguments/byte-count.ts';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import { InputError } from '../../input/input-error.ts';
import { openInputSource } from '../../input/input-source.ts';
import { openJoined } from '../../input/joined-parts.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { readRecipients } from '../../keys/recipients.ts';
import { OutputSet } from '../../output/output-set.ts';
import {
  createSplitFile,
  type FilePart,
  partListPath,
  partPath,
  type SplitFile,
} from '../../output/split-file.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { SealNotProvenError } from './seal-not-proven-error.ts';

const chunkBytes = 1 << 18;

/** `harrier seal <file> --to <key> -o <out>`: encrypted for the holders of the keys, in the form that gpg reads. */
export const seal: Command = {
  name: 'seal',
  positionals: ['file'],
  options: ['to', 'output', 'compress', 'capsule', 'split', 'verify', 'force', 'json', 'help', 'lang'],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    refuseBadMixes(options);
    const recipients = await readRecipients(options.to ?? []);
    const files = new OutputSet(io);
    try {
      const parts = await addOutput(files, input, options);
      await files.add('capsule', options.capsule, input, options.force === true);
      const receipt = await withSource(io, input, (source) =>
        sealTo(io, files, source, recipients, options, words),
      );
      await tell(io, options, receipt, recipients, parts?.parts, words);
      return ExitCode.done;
    } finally {
      await files.discard();
    }
  },
};

function refuseBadMixes({ to, output, verify, split, json, capsule }: Options): void {
  if (to === undefined) throw new UsageError({ kind: 'missing-option', option: '--to' });
  if (output === undefined) throw new UsageError({ kind: 'missing-output' });
  if (output !== '-') return;
  if (json) throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
  if (verify) throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--verify'] });
  if (split) throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--split'] });
  if (capsule === '-') throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--capsule -'] });
}

/** Gives the parts that will be written, where it is to be split. */
async function addOutput(
  files: OutputSet,
  input: string,
  { output = '', split, force }: Options,
): Promise<SplitFile | undefined> {
  if (split === undefined) {
    await files.add('output', output, input, force === true);
    return undefined;
  }
  const partBytes = byteCountOf('--split', split);
  const inputPath = input === '-' ? undefined : input;
  const file = await createSplitFile(output, inputPath, force ? 'replace' : 'refuse', partBytes);
  files.addFile('output', file);
  return file;
}

async function withSource<Result>(
  io: CliIo,
  input: string,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  let source: ByteSource;
  try {
    source = await openInputSource(io, input);
  } catch (error) {
    throw io.signal.aborted ? error : new InputError(input, error);
  }
  try {
    return await use(source);
  } finally {
    await source.close?.();
  }
}

async function sealTo(
  io: CliIo,
  files: OutputSet,
  source: ByteSource,
  recipients: readonly VaultKey[],
  options: Options,
  words: AllWords,
): Promise<SealReceipt> {
  const vault = await import('@harrier/cases/vault');
  const progress = startProgress(io.stderr, io.clock);
  const compression = options.compress ? 'deflate' : 'none';
  const plain = source.stream(chunkBytes, io.signal);
  const stream = await vault.seal(plain, recipients, { compression });
  try {
    let written = 0;
    // The next piece is encrypted while the last one is written.
    let writing: Promise<void> = Promise.resolve();
    for await (const piece of stream.bytes) {
      await writing;
      writing = files.write('output', piece);
      // A failure is told where it is awaited.
      writing.catch(() => {});
      written += piece.length;
      progress.update(written / Math.max(1, source.sizeBytes), words.progress.writing(bytesText(written)));
    }
    await writing;
    const receipt = stream.receipt();
    await files.write('capsule', receipt.capsule);
    await files.commit();
    if (options.verify) {
      const { output = '', split } = options;
      const sealed = await openJoined(io, split === undefined ? output : partPath(output, 1));
      try {
        const bytes = sealed.stream(chunkBytes, io.signal);
        const reader = options.compress ? 'our-own' : 'other-implementation';
        const verdict = await vault.verifySealed(bytes, stream.sessionKey, receipt.plain, reader);
        if (!verdict.ok) throw new SealNotProvenError(output);
      } finally {
        await sealed.close?.();
      }
    }
    return receipt;
  } finally {
    stream.sessionKey.forget();
    await progress.clear();
  }
}

async function tell(
  io: CliIo,
  { output = '', json, verify }: Options,
  { plain, sealed, recipients }: SealReceipt,
  keys: readonly VaultKey[],
  parts: readonly FilePart[] | undefined,
  words: AllWords,
): Promise<void> {
  const { expiryWarnings } = await import('@harrier/cases/vault');
  const warnings = expiryWarnings(keys, new Date());
  if (json) {
    const told = warnings.map(({ fingerprint, expiresAt }) => ({
      fingerprint,
      expiresAt: expiresAt.toISOString(),
    }));
    const verified = verify === true;
    await io.stdout.write(
      `${jsonText({ output, ...sealed, ...(parts === undefined ? {} : { parts }), plain, recipients, verified, expiringKeys: told }, 2)}\n`,
    );
    return;
  }
  const place = output === '-' ? words.convert.standardOutput : output;
  const lines = [
    words.seal.done(recipients.length, bytesText(sealed.sizeBytes), place),
    ...recipients.map(({ fingerprint }) => `  ${fingerprint}`),
    `SHA-256 ${sealed.sha256}`,
    ...(parts === undefined ? [] : [words.seal.parts(parts.length, partListPath(output))]),
    ...(verify ? [words.seal.verified] : []),
    ...warnings.map(({ fingerprint, daysLeft }) => words.seal.expiring(fingerprint, daysLeft)),
  ];
  for (const line of lines) await io.stderr.write(`${escapeText(line)}\n`);
}
