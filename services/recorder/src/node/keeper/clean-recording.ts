import { createHash } from 'node:crypto';
import type { ByteSource, Capture, SpoolFactory } from '@harrier/har';
import {
  compilePolicy,
  cookieLives,
  ExposureInventory,
  type Redaction,
  RedactionCounts,
  reportHead,
  type SanitizePolicy,
  type SanitizeReport,
  type SanitizeStage,
  sanitizeCapture,
} from '@harrier/sanitize';

export type OnProgress = (stage: SanitizeStage, fraction: number) => void;

interface CleanOptions {
  readonly spool: SpoolFactory;
  readonly onProgress?: OnProgress;
  readonly wantsRedactions: boolean;
}

/** The recording without its credentials, checked, and the report on it. The caller closes `output`. Error: `SanitizeError`. */
export async function cleanRecording(
  capture: Capture,
  source: ByteSource,
  policy: SanitizePolicy,
  { spool, onProgress, wantsRedactions }: CleanOptions,
): Promise<{ readonly report: SanitizeReport; readonly output: ByteSource }> {
  const inventory = new ExposureInventory();
  const counts = new RedactionCounts();
  const redactions: Redaction[] = [];
  const { columns, strings } = capture.index;
  const { output, secrets, unswept, droppedBodies } = await sanitizeCapture(capture, {
    policy: compilePolicy(policy),
    spool,
    ...(onProgress === undefined ? {} : { onProgress }),
    onSetCookie: (field, entry) => {
      const received = entry === undefined ? Number.NaN : (columns.startEpochMs[entry] as number);
      for (const { value, until } of cookieLives(field, received)) inventory.cookieLives(value, until);
    },
    onRedaction: (redaction, value) => {
      const host = redaction.entry === undefined ? '' : strings.get(columns.host[redaction.entry] as number);
      inventory.add(redaction, value, host);
      counts.add(redaction);
      if (wantsRedactions) redactions.push(redaction);
    },
  });
  const head = reportHead({
    input: await digestOf(source),
    output: await digestOf(output),
    policy,
    counts: counts.counts(secrets),
    unswept,
    droppedBodies,
    exposures: inventory.list(),
  });
  return { report: { ...head, redactions }, output };
}

async function digestOf(source: ByteSource) {
  const hash = createHash('sha256');
  for await (const piece of source.stream(1024 * 1024)) hash.update(piece);
  return { sha256: hash.digest('hex'), sizeBytes: source.sizeBytes };
}
