import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { RecordError } from '../../record-error.ts';
import type { AmendedField, PageLine, RecordingSink } from '../../recording/sink.ts';
import { writeTogether } from '../transport/write-together.ts';
import type {
  KeeperAnswer,
  KeeperFailure,
  KeeperMessage,
  KeeperTask,
  KeptRecording,
  RecordingEnd,
} from './keeper-task.ts';
import { frameOf } from './message-frames.ts';

/** The keeper said why there is no capture. */
export class KeeperError extends Error {
  readonly failure: KeeperFailure;

  constructor(failure: KeeperFailure) {
    super(`the keeper failed: ${failure.code}`);
    this.name = 'KeeperError';
    this.failure = failure;
  }
}

/** A keeper in a process of its own. */
export interface RunningKeeper extends RecordingSink {
  /** Settles when its process is up, or has ended. Never rejects. */
  readonly ready: Promise<void>;
  /** Settles when its process has ended, by whomever: nothing is kept any more. Never rejects. */
  readonly gone: Promise<void>;
  /** Ends the recording; settles when the files are there. Error: {@link KeeperError}, {@link RecordError}. */
  finish(
    end: RecordingEnd,
    onProgress: (stage: 'learn' | 'write' | 'verify', fraction: number) => void,
  ): Promise<KeptRecording>;
  /** Ends it without files; settles when its process has ended. Never rejects. */
  drop(): Promise<void>;
}

/** Built beside this file; from the sources, in the folder of the build. */
const builtScript = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/node/keeper/keeper-main.js' : './keeper-main.js',
  import.meta.url,
);

/** Starts a keeper for one recording. It outlives this process, whatever becomes of that. */
export function startKeeper(task: KeeperTask, script = builtScript): RunningKeeper {
  const child = spawn(process.execPath, [fileURLToPath(script)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // A session of its own: a closed terminal or Ctrl-C is not for it.
    detached: true,
    windowsHide: true,
  });
  // Who writes to a keeper that is gone is told when it finishes.
  child.stdin.on('error', () => {});
  let tell: (stage: 'learn' | 'write' | 'verify', fraction: number) => void = () => {};
  let tellReady = () => {};
  const isUp = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const outcome = new Promise<KeptRecording>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as KeeperAnswer;
      if (answer.kind === 'ready') tellReady();
      if (answer.kind === 'progress') tell(answer.stage, answer.fraction);
      if (answer.kind === 'done') resolve(answer.kept);
      if (answer.kind === 'failed') reject(new KeeperError(answer.failure));
    });
    child.once('error', (cause) => reject(new RecordError('record/keeper-ended', undefined, cause)));
    child.once('close', () => reject(new RecordError('record/keeper-ended')));
  });
  // Looked at when the recording ends.
  outcome.catch(() => {});
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const send = (message: KeeperMessage) => writeTogether(child.stdin, frameOf(message));
  send({ kind: 'begin', task });
  return {
    ready: Promise.race([isUp, gone]),
    gone,
    get waitingBytes() {
      return child.stdin.destroyed ? 0 : child.stdin.writableLength;
    },
    entry: (key, order, entry) => send({ kind: 'entry', key, order, text: JSON.stringify(entry) }),
    amend: (key: string | undefined, field: AmendedField, item: object) =>
      send({ kind: 'amend', ...(key === undefined ? {} : { key }), field, text: JSON.stringify(item) }),
    page: (page: PageLine) => send({ kind: 'page', text: JSON.stringify(page) }),
    picture: (name, text) => send({ kind: 'picture', name, text }),
    head: (fields) => send({ kind: 'head', text: JSON.stringify(fields) }),
    async finish(end, onProgress) {
      tell = onProgress;
      send({ kind: 'finish', end });
      child.stdin.end();
      try {
        return await outcome;
      } finally {
        await gone;
      }
    },
    async drop() {
      send({ kind: 'drop' });
      child.stdin.end();
      await gone;
    },
  };
}
