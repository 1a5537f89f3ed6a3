import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shortLifeFlags } from './short-life.ts';

it('asks V8 only for what this version knows', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...shortLifeFlags(process.versions.node), '--print', '"started"'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'started\n', stderr: '' });
});

it('leaves V8 as it is in versions of Node that were not measured', () => {
  expect(shortLifeFlags('20.19.0')).toContain('--interrupt-budget=350000');
  expect(shortLifeFlags('24.1.0')).toContain('--invocation-count-for-turbofan=20000');
  expect([shortLifeFlags('21.7.3'), shortLifeFlags('99.0.0')]).toEqual([[], []]);
});
