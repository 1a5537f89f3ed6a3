import { describe, expect, it } from 'vitest';
import { chooseScenarios } from './choose-scenarios.ts';
import { findingNames } from './finding-names.ts';
import { scenarios } from './scenario-table.ts';

describe('the scenarios', () => {
  it('have ids of their own, in the form family/name', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { id } of scenarios) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
  });

  it('belong to one set as a family', () => {
    const sets = new Map<string, Set<string>>();
    for (const { id, set } of scenarios) {
      const family = id.split('/')[0] ?? '';
      sets.set(family, (sets.get(family) ?? new Set()).add(set));
    }
    for (const [family, members] of sets) expect([family, members.size]).toEqual([family, 1]);
  });

  it('have one root where something is wrong, and none where nothing is', () => {
    for (const { id, truth } of scenarios) {
      const roots = truth.expects.filter(({ root }) => root).length;
      expect([id, roots]).toEqual([id, truth.healthy ? 0 : 1]);
    }
  });

  it('do not make a host unreachable that another one serves', async () => {
    const unreachable = new Set(scenarios.flatMap(({ browser }) => Object.keys(browser?.unreachable ?? {})));
    for (const { id, stage } of scenarios) {
      const { sites, stop } = await stage();
      await stop?.();
      expect([id, sites.filter(({ host }) => unreachable.has(host))]).toEqual([id, []]);
    }
  });
});

describe('finding names', () => {
  it('are told once', () => {
    expect(new Set(findingNames).size).toBe(findingNames.length);
  });
});

describe('choosing scenarios', () => {
  const some = scenarios.filter(({ id }) => id.startsWith('network/')).slice(0, 3);

  it('takes a part of the id, or a pattern for all of it', () => {
    const [first] = some;
    expect(chooseScenarios(some, undefined)).toEqual(some);
    expect(chooseScenarios(some, 'network')).toEqual(some);
    expect(chooseScenarios(some, first?.id)).toEqual([first]);
    expect(chooseScenarios(some, 'network/*')).toEqual(some);
    expect(chooseScenarios(some, 'work/*')).toEqual([]);
  });
});
