import type { Scenario } from './scenario.ts';

/** Scenarios whose id fits a pattern of plain text and `*`; a text without a `*` may stand anywhere in the id. */
export function chooseScenarios(
  scenarios: readonly Scenario[],
  pattern: string | undefined,
): readonly Scenario[] {
  if (pattern === undefined) return scenarios;
  if (!pattern.includes('*')) return scenarios.filter(({ id }) => id.includes(pattern));
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const wanted = new RegExp(`^${parts.join('.*')}$`);
  return scenarios.filter(({ id }) => wanted.test(id));
}
