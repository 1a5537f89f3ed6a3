import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askSecret } from './ask-secret.ts';

/** Two streams that say they are a terminal. */
function terminal(isTTY = true) {
  const input = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.ReadStream;
  const output = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  let shown = '';
  output.on('data', (data: Buffer) => {
    shown += data.toString('utf8');
  });
  return { input, output, shown: () => shown };
}

it('reads a line that does not show', async () => {
  const { input, output, shown } = terminal();
  const typed = ['corr', 'ect', ' horse'].join('');
  const answer = askSecret(input, output, 'Password: ', new AbortController().signal);
  input.push(`${typed}\r`);
  expect(await answer).toBe(typed);
  expect(shown()).toBe('Password: \n');
});

it('asks nobody where there is no terminal', async () => {
  const { input, output, shown } = terminal(false);
  expect(await askSecret(input, output, 'Password: ', new AbortController().signal)).toBeUndefined();
  expect(shown()).toBe('');
});

it('ends empty-handed when the command is stopped', async () => {
  const { input, output } = terminal();
  const controller = new AbortController();
  const answer = askSecret(input, output, 'Password: ', controller.signal);
  controller.abort('SIGTERM');
  expect(await answer).toBeUndefined();
});

it('ends empty-handed at the end of the input', async () => {
  const { input, output } = terminal();
  const answer = askSecret(input, output, 'Password: ', new AbortController().signal);
  input.push(null);
  expect(await answer).toBeUndefined();
});
