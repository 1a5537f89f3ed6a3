import { createHash } from 'node:crypto';
import type { ByteSource, Capture, SpoolFactory } from '@harrier/har';
import {
  compilePolicy,
  type Redaction,
  RedactionSummary,
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
  const summary = new RedactionSummary(capture.index);
  const redactions: Redaction[] = [];
  const sanitized = await sanitizeCapture(capture, {
    policy: compilePolicy(policy),
    spool,
    ...(onProgress === undefined ? {} : { onProgress }),
    onSetCookie: summary.setCookie,
    onRedaction: (redaction, value) => {
      summary.add(redaction, value);
      if (wantsRedactions) redactions.push(redaction);
    },
  });
  const { output } = sanitized;
  const head = reportHead({
    input: await digestOf(source),
    output: await digestOf(output),
    policy,
    ...summary.of(sanitized),
  });
  return { report: { ...head, redactions }, output };
}

async function digestOf(source: ByteSource) {
  const hash = createHash('sha256');
  for await (const piece of source.stream(1024 * 1024)) hash.update(piece);
  return { sha256: hash.digest('hex'), sizeBytes: source.sizeBytes };
}
