import { describe, expect, it } from 'vitest';
import { scenarios } from '../scenario/scenario-table.ts';
import { annuaire, denwa, directory, telefonie } from './web-app/looks.ts';

/** Hosts that the scenarios of a set serve. */
async function hostsOf(set: string): Promise<ReadonlySet<string>> {
  const hosts = new Set<string>();
  for (const scenario of scenarios.filter((one) => one.set === set)) {
    const { sites, stop } = await scenario.stage();
    await stop?.();
    for (const { host } of sites) hosts.add(host);
  }
  return hosts;
}

describe('what is only measured', () => {
  it('has no host with an application of what rules are developed by', async () => {
    const [developed, measured] = [await hostsOf('develop'), await hostsOf('measure')];
    expect(measured).not.toContain(directory.host);
    for (const { host } of [annuaire, telefonie, denwa]) expect(developed).not.toContain(host);
  });

  it('holds at least sixty pages that work, together with what rules are developed by', () => {
    expect(scenarios.filter(({ truth }) => truth.healthy).length).toBeGreaterThanOrEqual(60);
  });

  it('holds mixtures of at least three faults, together with what rules are developed by', () => {
    const mixtures = scenarios.filter(({ id }) => /^composite/.test(id));
    expect(mixtures.length).toBeGreaterThanOrEqual(15);
    // One fault may show in two ways that are two findings; fewer would be no mixture.
    for (const { id, truth } of mixtures) expect([id, truth.expects.length >= 3]).toEqual([id, true]);
  });
});
