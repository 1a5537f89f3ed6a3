import type { Capture } from '@harrier/har';
import {
  checkCapture,
  compilePolicy,
  REPORT_SCHEMA,
  type Redaction,
  type ReportSignature,
  type SanitizePolicy,
  type SanitizeReport,
} from '@harrier/sanitize';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import { digestOf } from './digest.ts';
import { readOption } from './policy-of-options.ts';
import { isSignedWell, trustedKey } from './signature.ts';
import { threadsFor } from './threads-for.ts';

/** Places that are shown; `--json` has all of them. */
const shownPlaces = 20;

interface CheckResult {
  readonly clean: boolean;
  /** What the report says of this file; absent without one. */
  readonly report?: { readonly sameFile: boolean; readonly signature: 'none' | 'good' | 'bad' };
  readonly found: readonly Redaction[];
}

/**
 * `harrier sanitize --check <file>`: whether a capture holds no credential; with `--report`, whether it is also the
 * file that the report was written for, and with `--trust` who signed that.
 */
export async function check(
  io: CliIo,
  input: string,
  options: Options,
  policy: SanitizePolicy,
  words: AllWords,
): Promise<ExitCode> {
  const report = options.report === undefined ? undefined : await readReport(options.report);
  const trusted = options.trust === undefined ? undefined : await trustedKey(options.trust);
  const result = await withCapture(
    io,
    input,
    options,
    words,
    async (capture, source): Promise<CheckResult> => {
      const found = await findCredentials(io, capture, policy, words);
      if (report === undefined) return { clean: found.length === 0, found };
      const sameFile = (await digestOf(source, '-', io.signal)).sha256 === report.output.sha256;
      const isSigned = report.signature !== undefined;
      const isGood = isSignedWell(report, trusted);
      const signature = isGood ? (isSigned ? 'good' : 'none') : 'bad';
      return { clean: found.length === 0 && sameFile && isGood, found, report: { sameFile, signature } };
    },
  );
  if (options.json) await io.stdout.write(`${jsonText(result, 2)}\n`);
  else await io.stdout.write(resultText(result, words));
  return result.clean ? ExitCode.done : ExitCode.notClean;
}

/** Every place of a capture that holds a credential. */
export async function findCredentials(
  io: CliIo,
  capture: Capture,
  policy: SanitizePolicy,
  words: AllWords,
): Promise<readonly Redaction[]> {
  const progress = startProgress(io.stderr, io.clock);
  try {
    return await checkCapture(capture, {
      policy: compilePolicy(policy),
      signal: io.signal,
      ...threadsFor(capture.source.sizeBytes),
      onProgress: (stage, fraction) => progress.update(fraction, words.sanitize.stage[stage]),
    });
  } finally {
    await progress.clear();
  }
}

/** The same as text: a line that says whether it is clean, and the first places where it is not. */
export function resultText({ found, report }: CheckResult, { sanitize }: AllWords): string {
  const lines: string[] = [found.length === 0 ? sanitize.clean : sanitize.notClean(found.length)];
  for (const { pointer, inside, kind, rule } of found.slice(0, shownPlaces))
    lines.push(`  ${escapeText([pointer, ...inside].join(' › '))}  ${kind}  ${rule}`);
  if (found.length > shownPlaces) lines.push(`  ${sanitize.more(found.length - shownPlaces)}`);
  if (report !== undefined) {
    lines.push(report.sameFile ? sanitize.sameFile : sanitize.otherFile);
    lines.push(sanitize.signature[report.signature]);
  }
  return lines.map((line) => `${line}\n`).join('');
}

async function readReport(file: string): Promise<SanitizeReport & { signature?: ReportSignature }> {
  const text = (await readOption('--report', file)).toString('utf8');
  try {
    const report = JSON.parse(text) as SanitizeReport;
    if (
      report.schema === REPORT_SCHEMA &&
      typeof report.output?.sha256 === 'string' &&
      typeof report.counts === 'object'
    )
      return report;
  } catch {
    // Told below.
  }
  throw new UsageError({ kind: 'bad-report', path: file });
}
