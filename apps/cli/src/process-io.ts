import type { Writable } from 'node:stream';
import type { CliIo, Sink } from './io.ts';
import { OutputClosedError } from './io.ts';
import { OutputFailedError } from './output/output-file.ts';
import { askSecret } from './terminal/ask-secret.ts';

/** Signals that ask a command to stop, with the exit codes that shells expect (128 + number). */
export const stopSignals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export type StopSignal = keyof typeof stopSignals;

/**
 * The real world of a command. The first Ctrl-C aborts `signal`, so that the command can take its
 * unfinished files away; the second ends the process at once.
 */
export function processIo(): CliIo {
  const controller = new AbortController();
  for (const [name, code] of Object.entries(stopSignals)) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code);
      controller.abort(name);
    });
  }
  return {
    stdin: process.stdin,
    stdout: streamSink(process.stdout),
    stderr: streamSink(process.stderr),
    askSecret: (question) => askSecret(process.stdin, process.stderr, question, controller.signal),
    env: process.env,
    signal: controller.signal,
    clock: () => performance.now(),
  };
}

/** A stream of the process as a place to write to. */
export function streamSink(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Sink {
  let closed = false;
  // Without a listener a closed pipe would end the process with a stack trace.
  stream.on('error', () => {
    closed = true;
  });
  return {
    get isTerminal() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY === true ? stream.columns || 80 : undefined;
    },
    write: (data) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new OutputClosedError());
          return;
        }
        // The callback comes when the system took the bytes: waiting for it keeps memory flat.
        stream.write(data, (error) => {
          if (error == null) resolve();
          else reject(isClosedPipe(error) ? new OutputClosedError() : new OutputFailedError('-', error));
        });
      }),
  };
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}
