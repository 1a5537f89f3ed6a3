import { createHash, scryptSync } from 'node:crypto';
import { buildPackage, type EscalationPackage, type TargetId } from '@harrier/escalate';
import type { ByteSource, Capture } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import type { Options } from '../../arguments/option-table.ts';
import type { CliIo } from '../../io.ts';
import { startProgress } from '../../terminal/progress.ts';
import { versionText } from '../../version.ts';
import type { AllWords } from '../../words/for-language.ts';
import { threadsFor } from '../sanitize/threads-for.ts';
import type { Material } from './read-material.ts';

interface Job {
  readonly io: CliIo;
  readonly options: Options;
  readonly material: Material;
  readonly words: AllWords;
}

/** The package of an open capture; `source` is the file's own bytes. */
export async function makePackage(
  { io, options, material, words }: Job,
  capture: Capture,
  source: ByteSource,
): Promise<EscalationPackage> {
  const progress = startProgress(io.stderr, io.clock);
  const { answers, records, pictures, playbooks, policy, texts } = material;
  try {
    progress.update(0, words.sanitize.stage.learn);
    const key = material.key ?? (await keyOfContent(source, texts, io.signal));
    return await buildPackage(
      { capture, answers, records, pictures },
      {
        key,
        words: words.knowledge,
        target: (options.target ?? 'generic') as TargetId,
        toolVersion: versionText().replace(/^harrier /, ''),
        policy,
        playbooks,
        spool: nodeSpool(),
        signal: io.signal,
        ...threadsFor(capture.source.sizeBytes),
      },
    );
  } finally {
    await progress.clear();
  }
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * A key that comes out of the originals, so that two runs give equal bytes. Nobody has it who has not all of them; and whoever guesses
 * at the secrets that they lack has to pay scrypt for each guess (16 MiB, some 50 ms). A package never tells a digest of the originals.
 */
async function keyOfContent(
  source: ByteSource,
  texts: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of source.stream(CHUNK_BYTES, signal)) hash.update(piece);
  for (const text of texts) hash.update(createHash('sha256').update(text).digest());
  return scryptSync(hash.digest(), 'harrier escalation', 32);
}
