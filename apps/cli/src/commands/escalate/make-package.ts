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
import { CaseService } from '../case/case-service.ts';
import { ServiceClient } from '../case/service-client.ts';
import { threadsFor } from '../sanitize/threads-for.ts';
import { originOf } from './origin-of.ts';
import type { Material } from './read-material.ts';

interface Job {
  readonly io: CliIo;
  /** The capture's path. */
  readonly input: string;
  readonly options: Options;
  readonly material: Material;
  readonly words: AllWords;
  readonly sign: ((sums: Uint8Array) => Promise<string>) | undefined;
}

/** The package of an open capture; `source` is the file's own bytes. */
export async function makePackage(
  { io, input, options, material, words, sign }: Job,
  capture: Capture,
  source: ByteSource,
): Promise<EscalationPackage> {
  const progress = startProgress(io.stderr, io.clock);
  const { records, attachments, playbooks, policy } = material;
  try {
    progress.update(0, words.sanitize.stage.learn);
    const digest = await originalsDigest(source, io.signal);
    const origin =
      options.case === undefined
        ? undefined
        : await originOf(
            new CaseService(new ServiceClient(io, options.server, words.knowledge.language)),
            options.case,
            { path: input, digest },
          );
    // What a person calls the case counts.
    const answers =
      origin === undefined ? material.answers : { case: String(origin.number), ...material.answers };
    const key = material.key ?? keyOfOriginals(digest, { answers, records });
    const { flowDrawer, flowWords } = await import('@harrier/logs/flow');
    return await buildPackage(
      { capture, answers, records, attachments, audit: origin?.audit },
      {
        key,
        words: words.knowledge,
        target: (options.target ?? 'generic') as TargetId,
        toolVersion: versionText().replace(/^harrier /, ''),
        policy,
        playbooks,
        drawFlow: flowDrawer(playbooks, flowWords(words.knowledge)),
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
