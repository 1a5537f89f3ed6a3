import { createHash } from 'node:crypto';
import type { Opener } from '@harrier/cases/vault';
import type { ByteSource } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { bytesText } from '../../format/quantity.ts';
import { InputError } from '../../input/input-error.ts';
import { openJoined } from '../../input/joined-parts.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { openerOf } from '../../keys/opener.ts';
import { writeOutput } from '../../output/write-output.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';

const chunkBytes = 1 << 18;

/** `harrier unseal <file> --key <private key> -o <out>`: the original, once it is proven that nobody changed it. */
export const unseal: Command = {
  name: 'unseal',
  positionals: ['file'],
  options: ['key', 'password-file', 'session-key', 'output', 'force', 'json', 'help', 'lang'],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    const { output } = options;
    if (output === undefined) throw new UsageError({ kind: 'missing-output' });
    if (output === '-' && options.json)
      throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
    const opener = await openerOf(io, options, words);
    const written = await writeOutput(io, { output, input, force: options.force === true }, (write) =>
      output === '-'
        ? throughSpool(write, (first) => unsealTo(io, input, opener, words, first))
        : unsealTo(io, input, opener, words, write),
    );
    if (options.json) await io.stdout.write(`${jsonText({ output, ...written }, 2)}\n`);
    else {
      const place = output === '-' ? words.convert.standardOutput : output;
      const done = words.unseal.done(bytesText(written.sizeBytes), place);
      await io.stderr.write(`${escapeText(done)}\n`);
    }
    return ExitCode.done;
  },
};

type Write = (bytes: Uint8Array) => Promise<void>;

interface Written {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A pipe takes nothing back, so nothing goes into it before the last byte is proven. */
async function throughSpool(write: Write, produce: (write: Write) => Promise<Written>): Promise<Written> {
  const spool = nodeSpool()();
  let source: ByteSource | undefined;
  try {
    const written = await produce((bytes) => spool.write(bytes));
    source = await spool.finish();
    for await (const bytes of source.stream(chunkBytes)) await write(bytes);
    return written;
  } finally {
    if (source === undefined) await spool.discard();
    else await source.close?.();
  }
}

async function unsealTo(
  io: CliIo,
  input: string,
  opener: Opener,
  words: AllWords,
  write: Write,
): Promise<Written> {
  const { openSealed } = await import('@harrier/cases/vault');
  const { VaultError } = await import('@harrier/cases/vault-error');
  const progress = startProgress(io.stderr, io.clock);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let source: Awaited<ReturnType<typeof openJoined>> | undefined;
  try {
    source = await openJoined(io, input);
    for await (const bytes of openSealed(source.stream(chunkBytes, io.signal), opener)) {
      await write(bytes);
      hash.update(bytes);
      sizeBytes += bytes.length;
      progress.update(
        sizeBytes / Math.max(1, source.sizeBytes),
        words.progress.writing(bytesText(sizeBytes)),
      );
    }
    return { sizeBytes, sha256: hash.digest('hex') };
  } catch (error) {
    const isInput = error instanceof VaultError || source === undefined;
    throw isInput && !io.signal.aborted ? new InputError(input, error) : error;
  } finally {
    if ('sessionKey' in opener) opener.sessionKey.forget();
    await progress.clear();
    await source?.close?.();
  }
}
