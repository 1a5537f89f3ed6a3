import { StoreError } from '@harrier/cases/store-error';
import { isKeyRefusal, VaultError } from '@harrier/cases/vault-error';
import { HarReadError } from '@harrier/har';
import { LogInputError, LogStoreError } from '@harrier/logs/errors';
import { RecordError } from '@harrier/recorder/error';
import { SanitizeError } from '@harrier/sanitize';
import { UsageError, type UsageProblem } from './arguments/usage-error.ts';
import { ServiceError } from './commands/case/service-error.ts';
import { SealNotProvenError } from './commands/seal/seal-not-proven-error.ts';
import { DropError } from './commands/send/drop-error.ts';
import { NotSendableError } from './commands/send/not-sendable-error.ts';
import { ListenError } from './commands/serve/listen-error.ts';
import { ExitCode } from './exit-code.ts';
import { InputError } from './input/input-error.ts';
import { type CliIo, OutputClosedError } from './io.ts';
import { KeyFileError } from './keys/key-file-error.ts';
import { OutputFailedError } from './output/output-file.ts';
import { type StopSignal, stopSignals } from './process-io.ts';
import { escapeText } from './terminal/escape.ts';
import { chooseStyle } from './terminal/style.ts';
import type { AllWords } from './words/for-language.ts';

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
  words: AllWords,
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

function reportOf(error: unknown, command: string | undefined, words: AllWords): Report {
  if (error instanceof UsageError) return wrongUsage(error.problem, command, words);
  if (error instanceof InputError && error.cause instanceof HarReadError)
    return unreadable(error.cause, error.file, words);
  if (error instanceof HarReadError) return unreadable(error, undefined, words);
  if (error instanceof KeyFileError) return badKeyFile(error, words);
  if (error instanceof InputError && error.cause instanceof VaultError)
    return unopenable(error.cause, error.file, words);
  if (error instanceof SealNotProvenError)
    return {
      what: words.seal.notProven(error.path),
      next: words.seal.notProvenNext,
      code: ExitCode.refusedForSafety,
    };
  if (error instanceof NotSendableError) {
    const { what, next } = words.send.refused[error.reason];
    return { what: what(error.file), next, code: ExitCode.refusedForSafety };
  }
  if (error instanceof DropError) return notTaken(error, words);
  if (error instanceof ServiceError) return notServed(error, words);
  if (error instanceof ListenError)
    return {
      what: words.serve.cannotListen(error.place),
      next: words.serve.cannotListenNext,
      code: ExitCode.unreachable,
    };
  if (error instanceof StoreError) {
    const { what, next } = words.knowledge.cases.errors[error.code];
    const isUsage = error.code === 'store/wrong-url';
    return { what, next, code: isUsage ? ExitCode.wrongUsage : ExitCode.unreachable };
  }
  if (error instanceof RecordError) return notRecorded(error, words);
  if (error instanceof SanitizeError) return refused(error, words);
  if (error instanceof OutputFailedError) {
    const why = words.errors.writeTrouble[writeTrouble(error.systemCode)];
    const place = error.path === '-' ? words.convert.standardOutput : error.path;
    const what = words.errors.output(place, why);
    return { what, next: words.errors.outputNext, code: ExitCode.unreachable };
  }
  if (error instanceof LogStoreError) return storeTrouble(error, words);
  if (error instanceof LogInputError) {
    const isMissing = (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
    const told = words.knowledge.logReadErrors[error.code];
    const what = isMissing ? words.errors.noSuchFile : told.what;
    const { next } = told;
    return { what: words.errors.input(error.path, what), next, code: ExitCode.unreadableInput };
  }
  const fault = error instanceof InputError ? error.cause : error;
  return {
    what: words.errors.internal(faultText(fault)),
    next: words.errors.internalNext,
    code: ExitCode.internalError,
  };
}

/** The server's own words are in the asked language already. */
function notServed({ problem, server }: ServiceError, { serve }: AllWords): Report {
  if (problem === undefined)
    return { what: serve.noAnswer(server), next: serve.noAnswerNext, code: ExitCode.unreachable };
  const code = problem.status >= 500 ? ExitCode.unreachable : ExitCode.wrongUsage;
  return { what: problem.title, next: problem.detail, code };
}

function notTaken({ place, status }: DropError, { send: { trouble } }: AllWords): Report {
  const code = ExitCode.unreachable;
  if (status === undefined)
    return { what: trouble['no-answer'].what(place), next: trouble['no-answer'].next, code };
  if (status === 401)
    return { what: trouble['wrong-token'].what(place), next: trouble['wrong-token'].next, code };
  return { what: trouble['not-taken'].what(place, status), next: trouble['not-taken'].next, code };
}

function wrongUsage(problem: UsageProblem, command: string | undefined, words: AllWords): Report {
  // Each kind's sentence takes that kind of problem, which the compiler cannot follow through a lookup.
  const sentence = words.usage[problem.kind] as (problem: UsageProblem) => string;
  const call = command === undefined ? 'harrier' : `harrier ${command}`;
  return {
    what: sentence(problem),
    next: nextAfter(problem, call, words),
    code: ExitCode.wrongUsage,
  };
}

function nextAfter(problem: UsageProblem, call: string, { usageNext }: AllWords): string {
  if (problem.kind === 'no-such-entry') return usageNext.table;
  if (problem.kind === 'unknown-topic') return usageNext.topics;
  return usageNext.help(call);
}

function unreadable(error: HarReadError, file: string | undefined, words: AllWords): Report {
  const { knowledge, errors } = words;
  // The reader's own message says more, but it says it in English.
  const isEnglish = knowledge.language === 'en';
  const told = isEnglish ? error.message : toldElsewhere(error, words);
  const place = placeText(error, words);
  const what = place === '' || told.includes(String(error.byteOffset)) ? told : `${told} (${place})`;
  const name = file === '-' ? errors.standardInput : file;
  return {
    // Some messages name the file already.
    what: name === undefined || what.includes(name) ? what : errors.input(name, what),
    next:
      error.code === 'har/password-needed'
        ? errors.givePassword
        : ((isEnglish ? error.nextStep : undefined) ?? knowledge.errors[error.code].next),
    code: ExitCode.unreadableInput,
  };
}

/** A key that could be read and is turned away would make a file that is not safe, or that nobody can open. */
function badKeyFile({ option, path, cause }: KeyFileError, { knowledge }: AllWords): Report {
  const { what, next } = knowledge.vaultErrors[cause.code];
  const key = cause.fingerprint === undefined ? '' : ` (${cause.fingerprint})`;
  return {
    what: `${option} ${path}: ${what}${key}`,
    next,
    code: isKeyRefusal(cause.code) ? ExitCode.refusedForSafety : ExitCode.wrongUsage,
  };
}

function unopenable(error: VaultError, file: string, { knowledge, errors }: AllWords): Report {
  const { what, next } = knowledge.vaultErrors[error.code];
  const name = file === '-' ? errors.standardInput : file;
  return { what: errors.input(name, what), next, code: ExitCode.unreadableInput };
}

function storeTrouble({ code, store, message }: LogStoreError, { knowledge }: AllWords): Report {
  const { what, next } = knowledge.logStoreErrors[code];
  // The message says where in the file of sources, in English.
  const told = knowledge.language === 'en' && code === 'logs/sources-file' ? message : what;
  const codes: Partial<Record<LogStoreError['code'], number>> = {
    'logs/store-address': ExitCode.wrongUsage,
    'logs/sources-file': ExitCode.unreadableInput,
    'logs/store-foreign': ExitCode.unreadableInput,
    'logs/store-newer': ExitCode.unreadableInput,
  };
  return {
    what: store === '' || told.includes(store) ? told : `${store}: ${told}`,
    next,
    code: codes[code] ?? ExitCode.unreachable,
  };
}

function notRecorded({ code, place }: RecordError, { knowledge }: AllWords): Report {
  const { what, next } = knowledge.recordErrors[code];
  return {
    what: place === undefined ? what : `${place}: ${what}`,
    next,
    code: code === 'record/not-local' ? ExitCode.wrongUsage : ExitCode.unreachable,
  };
}

/** A damaged capture is an input that cannot be read; anything else means that the promise cannot be kept. */
function refused(error: SanitizeError, { sanitize }: AllWords): Report {
  const { what, next } = sanitize.refused[error.code];
  const places = error.places.slice(0, 5).join(', ');
  return {
    what: places === '' ? what : `${what} (${places})`,
    next,
    code: error.code === 'sanitize/damaged-input' ? ExitCode.unreadableInput : ExitCode.refusedForSafety,
  };
}

function toldElsewhere(error: HarReadError, { knowledge, errors }: AllWords): string {
  const systemCode = (error.cause as NodeJS.ErrnoException | undefined)?.code;
  return systemCode === 'ENOENT' ? errors.noSuchFile : knowledge.errors[error.code].what;
}

function placeText({ line, column, byteOffset }: HarReadError, { errors }: AllWords): string {
  return [
    line === undefined ? '' : errors.line(line),
    column === undefined ? '' : errors.column(column),
    byteOffset === undefined ? '' : errors.byte(byteOffset),
  ]
    .filter(Boolean)
    .join(', ');
}

function writeTrouble(systemCode: string | undefined): keyof AllWords['errors']['writeTrouble'] {
  switch (systemCode) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'noFolder';
    case 'EACCES':
    case 'EPERM':
      return 'forbidden';
    case 'EROFS':
      return 'readOnly';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    default:
      return 'other';
  }
}

function interruption(signal: AbortSignal, words: AllWords): Report {
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
