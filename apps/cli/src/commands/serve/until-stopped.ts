import type { CliIo } from '../../io.ts';

/** Waits for Ctrl-C and its relatives. They are how a server ends, and no fault. */
export async function untilStopped({ signal }: CliIo): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
