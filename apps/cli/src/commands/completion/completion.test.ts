import { expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

it('takes a shell that it knows', async () => {
  const { code, out, err } = await runCli(['completion', 'csh']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('bash, zsh');
});

it('says what words mean in the language that is asked for', async () => {
  const { out } = await runCli(['completion', 'fish', '--lang', 'fr']);
  expect(out).toContain("-a completion -d 'complétion des commandes");
});

it('lets zsh offer again what may be given several times, and nothing else', async () => {
  const { out } = await runCli(['completion', 'zsh']);
  expect(out).toContain("'*--field=[");
  expect(out).toContain("'--status=[");
});
