import { setPriority, tmpdir } from 'node:os';
import { VaultError } from '@harrier/cases/vault-error';
import { SanitizeError } from '@harrier/sanitize';
import { Keeper } from './keeper.ts';
import type { KeeperAnswer, KeeperFailure } from './keeper-task.ts';
import { messagesIn } from './message-frames.ts';
import { WriteError } from './whole-file.ts';

/**
 * The keeper's process: takes messages until its input ends, told or not, then makes the files. It is started in a session of its own,
 * so that what ends the recorder does not end it.
 */
// What is kept can wait; the page that is recorded cannot.
try {
  setPriority(10);
} catch {
  // Where the system does not let us, it goes on as it is.
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// Nobody may be there any more to read the answer.
process.stdout.on('error', () => {});
const answer = (line: KeeperAnswer) => void process.stdout.write(`${JSON.stringify(line)}\n`);

const keeper = new Keeper({ onProgress: (stage, fraction) => answer({ kind: 'progress', stage, fraction }) });
answer({ kind: 'ready' });
try {
  for await (const message of messagesIn(process.stdin)) keeper.take(message);
} catch (error) {
  // A broken pipe ends a recording like a closed one; a full disk is told, and what was kept until then is written.
  if (isOfNoRoom(error)) keeper.take({ kind: 'finish', end: 'no-room' });
}
try {
  const kept = await keeper.finish();
  if (kept !== undefined) answer({ kind: 'done', kept });
} catch (error) {
  answer({ kind: 'failed', failure: failureOf(error) });
  process.exitCode = 1;
}

function failureOf(error: unknown): KeeperFailure {
  if (error instanceof SanitizeError)
    return { errorClass: 'SanitizeError', code: error.code, places: error.places };
  if (error instanceof VaultError) return { errorClass: 'VaultError', code: error.code, places: [] };
  if (error instanceof WriteError)
    return { errorClass: 'WriteError', code: error.systemCode, places: [error.file] };
  if (isOfNoRoom(error)) return { errorClass: 'WriteError', code: error.code, places: [tmpdir()] };
  // Its message may hold captured text.
  return { errorClass: 'other', code: error instanceof Error ? error.name : typeof error, places: [] };
}

/** The disk below the temporary folder takes no more. */
function isOfNoRoom(error: unknown): error is { readonly code: string } {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT';
}
