import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';

/**
 * Asks on a terminal and reads a line that does not show. Undefined where input or output is no terminal: a program at the
 * other end would never answer. Ends empty-handed when `signal` stops the command.
 */
export async function askSecret(
  input: ReadStream | NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  question: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (input.isTTY !== true || output.isTTY !== true) return undefined;
  output.write(question);
  // readline echoes what is typed into its output; this one takes it nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  try {
    return await new Promise((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(undefined));
      // In raw mode Ctrl-C is a key and no signal.
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
  } finally {
    lines.close();
    output.write('\n');
  }
}
