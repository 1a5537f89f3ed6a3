import { HarReadError } from '@harrier/har';
import { UsageError } from './arguments/usage-error.ts';
import { ExitCode } from './exit-code.ts';
import { InputError } from './input/input-error.ts';
import { type CliIo, OutputClosedError } from './io.ts';
import { OutputFailedError } from './output/output-file.ts';
import { type StopSignal, stopSignals } from './process-io.ts';
import { escapeText } from './terminal/escape.ts';
import { chooseStyle } from './terminal/style.ts';
import type { CliWords } from './words.ts';

/** A fault as it is told: one sentence what and where, what to do next, and the exit code. */
interface Report {
  readonly what: string;
  readonly next?: string | undefined;
  readonly code: number;
}

/** Tells on standard error why a command ended early, and returns its exit code. The one place that maps errors to codes. */
export async function reportError(
  io: CliIo,
  error: unknown,
  command: string | undefined,
  words: CliWords,
): Promise<number> {
  if (isClosedOutput(error)) return ExitCode.done;
  const report = io.signal.aborted ? interruption(io.signal, words) : reportOf(error, command, words);
  const style = chooseStyle(io.env, io.stderr);
  try {
    // Everything is escaped: file names and what was given on the command line are captured text, too.
    await io.stderr.write(`harrier: ${style.failed(escapeText(report.what))}\n`);
    if (report.next !== undefined) await io.stderr.write(`${words.errors.next}${escapeText(report.next)}\n`);
  } catch {
    // Nobody listens on standard error; the exit code still tells.
  }
  return report.code;
}

/** `harrier table … | head` is how people work, no fault. */
function isClosedOutput(error: unknown): boolean {
  return (
    error instanceof OutputClosedError || (error instanceof Error && error.cause instanceof OutputClosedError)
  );
}

function reportOf(error: unknown, command: string | undefined, words: CliWords): Report {
  if (error instanceof UsageError)
    return {
      what: words.usage.problem(error.problem),
      next: error.problem.kind === 'no-such-entry' ? words.usage.seeTable : words.usage.seeHelp(command),
      code: ExitCode.wrongUsage,
    };
  if (error instanceof InputError && error.cause instanceof HarReadError)
    return unreadable(error.cause, error.file, words);
  if (error instanceof HarReadError) return unreadable(error, undefined, words);
  if (error instanceof OutputFailedError) {
    const what = words.errors.outputFailed(error.path, error.systemCode);
    return { what, next: words.errors.outputNext, code: ExitCode.unreachable };
  }
  const fault = error instanceof InputError ? error.cause : error;
  return {
    what: words.errors.internal(faultText(fault)),
    next: words.errors.internalNext,
    code: ExitCode.internalError,
  };
}

function unreadable(error: HarReadError, file: string | undefined, words: CliWords): Report {
  const place = words.errors.position(error);
  const what =
    place === '' || error.message.includes(String(error.byteOffset))
      ? error.message
      : `${error.message} (${place})`;
  const name = file === '-' ? words.errors.standardInput : file;
  return {
    // Some messages name the file already.
    what: name === undefined || what.includes(name) ? what : words.errors.input(name, what),
    next: words.errors.nextFor[error.code] ?? error.nextStep,
    code: ExitCode.unreadableInput,
  };
}

function interruption(signal: AbortSignal, words: CliWords): Report {
  const name = signal.reason as StopSignal;
  return { what: words.errors.interrupted, code: stopSignals[name] ?? ExitCode.interrupted };
}

/** The error's name and the first places in our code; its message may hold captured text and stays away. */
function faultText(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const places = frames
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*\/(?=[^/]+\/[^/]+$)/, '('));
  return [fault.name, ...places].join(' ');
}
