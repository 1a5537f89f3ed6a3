import type { KeyObject } from 'node:crypto';
import type { ByteSource, Capture, SpoolFactory } from '@harrier/har';
import { nodeSpool } from '@harrier/har/node';
import {
  compilePolicy,
  PolicyError,
  RedactionSummary,
  reportHead,
  type SanitizePolicy,
  type SanitizeReport,
  sanitizeCapture,
} from '@harrier/sanitize';
import { inputOptions, type Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import { withCapture } from '../../input/with-capture.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { OutputSet } from '../../output/output-set.ts';
import { startProgress } from '../../terminal/progress.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { check } from './check.ts';
import { digestOf, FileDigester } from './digest.ts';
import { keyOfFile, policyOfOptions } from './policy-of-options.ts';
import { printSanitized } from './print-sanitized.ts';
import { RedactionList } from './redaction-list.ts';
import { reportPage } from './report-page.ts';
import { SealedMap } from './sealed-map.ts';
import { signingKey, signReport } from './signature.ts';
import { threadsFor } from './threads-for.ts';

type ReportHead = Omit<SanitizeReport, 'redactions'>;

/** `harrier sanitize <file> -o <out.har>`: the capture without its credentials, checked before it is written. */
export const sanitize: Command = {
  name: 'sanitize',
  positionals: ['file'],
  options: [
    'output',
    'force',
    'check',
    'report',
    'report-page',
    'policy',
    'preset',
    'strip-jwt',
    'key-file',
    'sign',
    'trust',
    'sealed-map',
    'to',
    'json',
    ...inputOptions,
  ],
  async run(io, { positionals, options }, words) {
    const [input = ''] = positionals;
    const policy = await policyOfOptions(options);
    checkPolicy(policy, options.policy);
    if (options.check) return await check(io, input, options, policy, words);
    refuseBadMixes(options);
    const keys = await keysOf(options);
    const files = new OutputSet(io);
    try {
      // The outputs first: a long input is not read only to learn that there is no place for them.
      for (const role of roles) await files.add(role, options[role], input, options.force === true);
      const head = await withCapture(io, input, options, words, (capture, source) =>
        sanitizeTo({ io, files, input, policy, words, ...keys }, capture, source),
      );
      await files.commit();
      await tell(io, options, head, words);
      return ExitCode.done;
    } finally {
      await files.discard();
    }
  },
};

/** The capture before what speaks of it. */
const roles = ['output', 'report', 'report-page', 'sealed-map'] as const;

interface Keys {
  readonly key: Uint8Array | undefined;
  readonly signer: KeyObject | undefined;
  readonly map: SealedMap | undefined;
}

async function keysOf(options: Options): Promise<Keys> {
  return {
    map: options.to === undefined ? undefined : await SealedMap.for(options.to),
    signer: options.sign === undefined ? undefined : await signingKey(options.sign),
    key: options['key-file'] === undefined ? undefined : await keyOfFile(options['key-file']),
  };
}

interface Job extends Keys {
  readonly io: CliIo;
  readonly files: OutputSet;
  readonly input: string;
  readonly policy: SanitizePolicy;
  readonly words: AllWords;
}

async function sanitizeTo(job: Job, capture: Capture, source: ByteSource): Promise<ReportHead> {
  const { io, files, input, policy, words, key, map, signer } = job;
  const summary = new RedactionSummary(capture.index);
  const list = new RedactionList(files.has('report'));
  const progress = startProgress(io.stderr, io.clock);
  // While others work on the capture, this thread has nothing to do.
  const inputDigest = digestOf(source, input, io.signal);
  inputDigest.catch(() => {});
  try {
    const sanitized = await sanitizeCapture(capture, {
      policy: compilePolicy(policy),
      spool: spoolFor(capture.source.sizeBytes),
      signal: io.signal,
      ...threadsFor(capture.source.sizeBytes),
      ...(key === undefined ? {} : { key }),
      onProgress: (stage, fraction) => progress.update(fraction, words.sanitize.stage[stage]),
      onSetCookie: summary.setCookie,
      onRedaction: (redaction, value) => {
        summary.add(redaction, value);
        list.add(redaction);
        map?.add(redaction, value);
      },
    });
    const { output } = sanitized;
    try {
      const outputDigest = new FileDigester();
      for await (const piece of output.stream(CHUNK_BYTES, io.signal)) {
        outputDigest.add(piece);
        await files.write('output', piece);
      }
      const unsigned = reportHead({
        input: await inputDigest,
        output: outputDigest.digest('-'),
        policy,
        ...summary.of(sanitized),
      });
      const head = signer === undefined ? unsigned : { ...unsigned, signature: signReport(unsigned, signer) };
      await writeReport(files, head, list);
      await files.write('report-page', files.has('report-page') ? reportPage(head, words) : '');
      if (map !== undefined) await files.write('sealed-map', await map.seal());
      return head;
    } finally {
      await output.close?.();
    }
  } finally {
    await progress.clear();
    await list.close();
  }
}

const CHUNK_BYTES = 1024 * 1024;

/** What is certain to outgrow the memory of a spool does not fill it first. */
function spoolFor(sizeBytes: number): SpoolFactory {
  return nodeSpool(sizeBytes > MOST_SPOOLED_BYTES ? { memoryBytes: 0 } : {});
}

const MOST_SPOOLED_BYTES = 32 * 1024 * 1024;

async function writeReport(files: OutputSet, head: ReportHead, list: RedactionList): Promise<void> {
  if (!files.has('report')) return;
  await files.write('report', `${jsonText(head, 2).replace(/\n\}$/, '')},\n  "redactions": [`);
  for await (const piece of list.read()) await files.write('report', piece);
  await files.write('report', '\n  ]\n}\n');
}

async function tell(io: CliIo, options: Options, head: ReportHead, words: AllWords): Promise<void> {
  const { output = '' } = options;
  if (options.json) await io.stdout.write(`${jsonText({ file: output, ...head }, 2)}\n`);
  else await printSanitized(io, output, head, words);
}

function refuseBadMixes(options: Options): void {
  const { output } = options;
  if (output === undefined) throw new UsageError({ kind: 'missing-output' });
  if (output === '-' && options.json)
    throw new UsageError({ kind: 'exclude-each-other', options: ['-o -', '--json'] });
  if (options['sealed-map'] !== undefined && options.to === undefined)
    throw new UsageError({ kind: 'needs-other', option: '--sealed-map', other: '--to' });
  if (options.sign !== undefined && options.report === undefined)
    throw new UsageError({ kind: 'needs-other', option: '--sign', other: '--report' });
}

/** Error: {@link UsageError} where a policy, which came from `file`, cannot be kept. */
export function checkPolicy(policy: SanitizePolicy, file: string | undefined): void {
  try {
    compilePolicy(policy);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new UsageError({ kind: 'bad-policy', path: file ?? '', pointer: error.path, what: error.message });
  }
}
