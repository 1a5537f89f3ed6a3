import { type FileDamage, fileDamage } from '@harrier/analyze';
import { type ByteSource, type Capture, openCapture, type SpoolFactory, writeHar } from '@harrier/har';
import {
  type CompiledPolicy,
  type Exposure,
  type HandThreads,
  RedactionSummary,
  RULE_SET,
  type SanitizeReport,
  sanitizeCapture,
} from '@harrier/sanitize';
import type { Answers } from '../answers/answers.ts';
import type { LogRecord } from '../logs/log-record.ts';

/** Where answers and log records stand while the capture is made clean. Never written to a package. */
const COMPANION = '_escalation';

export interface Companions {
  readonly answers: Answers;
  /** undefined: nobody searched. */
  readonly records: readonly LogRecord[] | undefined;
}

export interface CleanOptions {
  /** 32 bytes: the same key gives the same pseudonyms, and so the same bytes. */
  readonly key: Uint8Array;
  readonly policy: CompiledPolicy;
  readonly spool: SpoolFactory;
  /** Default: the caller's thread does it all. The result is the same. */
  readonly threads?: HandThreads;
  readonly signal?: AbortSignal;
}

/** What was taken out. Without digests of what went in: with one, a short password could be guessed. */
export interface RedactionReport {
  readonly ruleSet: string;
  readonly counts: SanitizeReport['counts'];
  readonly droppedBodies: readonly string[];
  readonly exposures: readonly Exposure[];
}

export interface CleanCase extends Companions {
  /** The whole capture, clean. The caller closes it. */
  readonly capture: Capture;
  readonly redactions: RedactionReport;
  /** Of the original: what was made clean is whole again. */
  readonly damage: readonly FileDamage[];
}

/**
 * Makes a capture, the answers and the log records clean in one run: what is learned to be secret in the capture is secret in
 * a log line as well. Errors: those of sanitizing.
 */
export async function cleanTogether(
  capture: Capture,
  companions: Companions,
  options: CleanOptions,
): Promise<CleanCase> {
  const joined = await openCapture(await joinedSource(capture, companions, options), {
    spool: options.spool,
  });
  const summary = new RedactionSummary(joined.index);
  try {
    const sanitized = await sanitizeCapture(joined, {
      ...options,
      onSetCookie: summary.setCookie,
      onRedaction: summary.add,
    });
    const clean = await openCapture(sanitized.output, { spool: options.spool });
    const { log } = await clean.openRawLog();
    const { answers, records } = log[COMPANION] as Companions;
    const { counts, droppedBodies, exposures } = summary.of(sanitized);
    return {
      answers,
      records,
      capture: clean,
      damage: fileDamage(capture),
      redactions: { ruleSet: RULE_SET, counts, droppedBodies, exposures },
    };
  } finally {
    await joined.close();
  }
}

/** The capture as whole HAR 1.2, whatever was damaged in it, with its companions in the log. */
async function joinedSource(
  capture: Capture,
  companions: Companions,
  { spool: makeSpool, signal }: CleanOptions,
): Promise<ByteSource> {
  const withCompanions: Capture = {
    ...capture,
    openRawLog: async () => {
      const { log, root } = await capture.openRawLog();
      return { log: { ...log, [COMPANION]: companions }, root };
    },
  };
  const spool = makeSpool(capture.source.sizeBytes);
  try {
    await writeHar(withCompanions, (bytes) => spool.write(bytes), signal === undefined ? {} : { signal });
    return await spool.finish();
  } catch (error) {
    await spool.discard();
    throw error;
  }
}

/** The members of a clean log that a package keeps. */
export function withoutCompanions(log: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { [COMPANION]: _, ...kept } = log;
  return kept;
}
