import {
  buildPackage,
  type EscalationPackage,
  keyOfOriginals,
  originalsDigest,
  type TargetId,
} from '@harrier/escalate';
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
  readonly sign: ((sums: Uint8Array) => Promise<string>) | undefined;
}

/** The package of an open capture; `source` is the file's own bytes. */
export async function makePackage(
  { io, options, material, words, sign }: Job,
  capture: Capture,
  source: ByteSource,
): Promise<EscalationPackage> {
  const progress = startProgress(io.stderr, io.clock);
  const { answers, records, attachments, playbooks, policy } = material;
  try {
    progress.update(0, words.sanitize.stage.learn);
    const key =
      material.key ?? keyOfOriginals(await originalsDigest(source, io.signal), { answers, records });
    const { flowDrawer } = await import('@harrier/logs/flow');
    return await buildPackage(
      { capture, answers, records, attachments },
      {
        key,
        words: words.knowledge,
        target: (options.target ?? 'generic') as TargetId,
        toolVersion: versionText().replace(/^harrier /, ''),
        policy,
        playbooks,
        drawFlow: flowDrawer(playbooks),
        spool: nodeSpool(),
        signal: io.signal,
        ...(sign === undefined ? {} : { sign }),
        ...threadsFor(capture.source.sizeBytes),
      },
    );
  } finally {
    await progress.clear();
  }
}
