import type { KeeperTask, KeptRecording } from '@harrier/recorder/node';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { CliIo } from '../../io.ts';
import { jsonText } from '../../json/json-text.ts';
import { readRecipients } from '../../keys/recipients.ts';
import { OutputSet } from '../../output/output-set.ts';
import { escapeText } from '../../terminal/escape.ts';
import { startProgress } from '../../terminal/progress.ts';
import { versionText } from '../../version.ts';
import type { AllWords } from '../../words/for-language.ts';
import type { Command } from '../command.ts';
import { policyOfOptions, readOption } from '../sanitize/policy-of-options.ts';
import { triage } from '../triage/triage.ts';
import { errorOfKeeper } from './keeper-errors.ts';
import { printRecorded } from './print-recorded.ts';
import { addressOf, recordingName, secondsOf } from './recording-arguments.ts';

/** Pictures that `--screenshots` takes at most; a page that fails over and over shows the same. */
const MAX_PICTURES = 20;

/** `harrier record <url>`: a browser, recorded until its window is closed; the capture is clean before it is written. */
export const record: Command = {
  name: 'record',
  positionals: [],
  more: 'url',
  options: [
    'output',
    'force',
    'seconds',
    'attach',
    'browser',
    'headless',
    'screenshots',
    'original-to',
    'raw',
    'report',
    'policy',
    'preset',
    'strip-jwt',
    'json',
    'help',
    'lang',
  ],
  async run(io, { positionals, options }, words) {
    refuseBadMixes(options);
    const url = addressOf(positionals, options.attach !== undefined);
    const seconds = secondsOf(options.seconds);
    const task = await taskOf(io, options);
    if (task.policy === 'raw') await say(io, words.record.rawWarning);
    const kept = await recordNow(io, { url, seconds, task, options }, words);
    if (options.json) {
      await io.stdout.write(`${jsonText(kept, 2)}\n`);
      return ExitCode.done;
    }
    await printRecorded(io, kept, words);
    if (kept.entries === 0) return ExitCode.done;
    // Ctrl-C ended the recording; what is said about it is not to be ended by the same.
    const calm: CliIo = { ...io, signal: new AbortController().signal };
    return await triage.run(calm, { positionals: [kept.file], options: {} }, words);
  },
};

function refuseBadMixes({ attach = [], browser, headless, raw, report, ...options }: Options): void {
  const exclude = (one: string, other: string) => {
    throw new UsageError({ kind: 'exclude-each-other', options: [one, other] });
  };
  if (attach.length > 1) throw new UsageError({ kind: 'given-twice', option: '--attach' });
  if (attach.length > 0 && browser !== undefined) exclude('--attach', '--browser');
  if (attach.length > 0 && headless) exclude('--attach', '--headless');
  if (raw !== undefined && options['original-to'] !== undefined) exclude('--raw', '--original-to');
  if (raw !== undefined && report !== undefined) exclude('--raw', '--report');
  if (options.output === '-') exclude('record', '-o -');
  if (report === '-') exclude('record', '--report -');
}

/** What becomes of the recording. Every place is looked at now: nobody records only to learn that there is none. */
async function taskOf(io: CliIo, options: Options): Promise<Omit<KeeperTask, 'profile'>> {
  const keyFiles = options['original-to'] ?? [];
  await readRecipients(keyFiles, '--original-to');
  const keys = await Promise.all(
    keyFiles.map(async (file) => (await readOption('--original-to', file)).toString('base64')),
  );
  const file = options.output ?? recordingName(new Date());
  const stem = file.replace(/\.har$/i, '');
  const original = keys.length === 0 ? undefined : { file: `${stem}.original.har.pgp`, keys };
  const policy = options.raw === undefined ? await policyOfOptions(options) : 'raw';
  const places = new OutputSet(io);
  try {
    await places.add('output', file, '-', options.force === true);
    await places.add('report', options.report, '-', options.force === true);
    await places.add('original-to', original?.file, '-', options.force === true);
  } finally {
    await places.discard();
  }
  return {
    file,
    policy,
    ...(options.report === undefined ? {} : { reportFile: options.report }),
    ...(original === undefined ? {} : { original }),
    ...(options.screenshots ? { pictureFolder: `${stem}-screenshots` } : {}),
  };
}

interface Wanted {
  readonly url: string | undefined;
  readonly seconds: number | undefined;
  readonly task: Omit<KeeperTask, 'profile'>;
  readonly options: Options;
}

async function recordNow(io: CliIo, wanted: Wanted, words: AllWords): Promise<KeptRecording> {
  const { url, seconds, task, options } = wanted;
  const [where] = options.attach ?? [];
  // Loaded here: no other command needs a browser.
  const recorder = await import('@harrier/recorder/node');
  const progress = startProgress(io.stderr, io.clock);
  try {
    return await recorder.record({
      url,
      task,
      browser:
        where === undefined
          ? {
              kind: 'start',
              ...(options.browser === undefined ? {} : { program: options.browser }),
              isHeadless: options.headless === true,
              flags: (io.env.HARRIER_BROWSER_FLAGS ?? '').split(/\s+/).filter(Boolean),
            }
          : { kind: 'attach', where },
      ...(seconds === undefined ? {} : { seconds }),
      pictures: options.screenshots ? MAX_PICTURES : 0,
      version: versionText().replace(/^harrier /, ''),
      signal: io.signal,
      onRecording: (browser) => void say(io, words.record.recording(browser.replace('/', ' '))),
      onCount: (requests) => progress.update(0, words.record.count(requests)),
      onProgress: (stage, fraction) => progress.update(fraction, words.sanitize.stage[stage]),
    });
  } catch (error) {
    throw errorOfKeeper(error);
  } finally {
    await progress.clear();
  }
}

async function say(io: CliIo, text: string): Promise<void> {
  await io.stderr.write(`${escapeText(text)}\n`);
}
