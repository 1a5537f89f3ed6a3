import { userTemplate, withAccess } from '../../backend/estate/feature-template.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { affectedUser, openHub, telephonyScenario, workingUser } from './family.ts';

const templates = { url: /settings-service-a\.example\.test\/.*\/templates\/configure\/users\// };
const me = { url: 'cpapi-a.example.test/api/v1/users/me' };
const services = { url: 'cpapi-a.example.test/api/v1/users/me/settings/services' };

const minuteMs = 60_000;
const hidden = { singleNumberReach: 'NO_ACCESS' } as const;
const granted = { singleNumberReach: 'FULL_ACCESS' } as const;

/** What one cause does, told by the user who misses the option and by one who has it. */
interface Cause {
  readonly name: string;
  readonly title: string;
  readonly working: string;
  readonly truth: Scenario['truth'];
  /** The same customer for both captures. */
  readonly prepare: NonNullable<Parameters<typeof telephonyScenario>[0]['backend']>['prepare'];
}

const causes: readonly Cause[] = [
  {
    name: 'reach-hidden-by-organisation',
    title: 'A user does not see single number reach: the organisation’s template hides it.',
    working: 'Works: a user of the same organisation sees it by a template of their own.',
    prepare: (estate) => {
      estate.organisationTemplate = withAccess(estate.organisationTemplate, hidden);
      estate.userTemplates.set(
        workingUser.id,
        userTemplate(estate.organisationTemplate, workingUser.id, granted),
      );
    },
    truth: { expects: [{ finding: 'permission/feature-no-access', on: [templates], root: true }] },
  },
  {
    name: 'reach-hidden-by-user-template',
    title: 'A user does not see single number reach: a template of their own hides it.',
    working: 'Works: a user of the same organisation without a template of their own sees it.',
    prepare: (estate) => {
      estate.userTemplates.set(
        affectedUser.id,
        userTemplate(estate.organisationTemplate, affectedUser.id, hidden),
      );
    },
    truth: { expects: [{ finding: 'permission/feature-no-access', on: [templates], root: true }] },
  },
  {
    name: 'reach-licence-missing',
    title: 'A user does not see single number reach: their licence does not have it.',
    working: 'Works: a user of the same organisation with the better licence sees it.',
    prepare: (estate) => {
      for (const user of estate.users) if (user.id === affectedUser.id) user.licence = 'Basic';
    },
    truth: { expects: [{ finding: 'permission/licence', on: [services], root: true }] },
  },
  {
    name: 'reach-changed-a-minute-ago',
    title: 'A user does not see single number reach: it was granted a minute ago, and the hub has not heard.',
    working: 'Works: a user of the same organisation for whom the hub has computed it again sees it.',
    prepare: (estate) => {
      const nowMs = Date.now();
      estate.organisationTemplate = withAccess(estate.organisationTemplate, granted, nowMs - minuteMs);
      const computed = (computedMs: number, singleNumberReach: string) => ({ computedMs, singleNumberReach });
      estate.computedAccess.set(affectedUser.id, computed(nowMs - 200 * minuteMs, 'NO_ACCESS'));
      estate.computedAccess.set(workingUser.id, computed(nowMs, 'FULL_ACCESS'));
    },
    // What was computed is older than the template that it was computed from.
    truth: { expects: [{ finding: 'permission/feature-no-access', on: [me, templates], root: true }] },
  },
];

/** An option that was switched on and is not there, for four reasons; beside each the capture of somebody who has it. */
export const reachScenarios: readonly Scenario[] = causes.flatMap(
  ({ name, title, working, truth, prepare }) => [
    telephonyScenario({
      name,
      title,
      truth,
      backend: { ...(prepare && { prepare }) },
      drive: async (tab) => {
        await openHub(tab, affectedUser);
        await absentOrPresent(tab, 0);
      },
    }),
    telephonyScenario({
      name: `${name}-working-user`,
      title: working,
      truth: { healthy: true, expects: [] },
      backend: { ...(prepare && { prepare }) },
      drive: async (tab) => {
        await openHub(tab, workingUser);
        await absentOrPresent(tab, 1);
      },
    }),
  ],
);

/** A scenario about a missing option must miss it. */
async function absentOrPresent(tab: Parameters<Scenario['drive']>[0], wanted: 0 | 1): Promise<void> {
  const found = await tab.page.getByRole('heading', { name: 'Single number reach' }).count();
  if (found !== wanted) throw new Error(`Single number reach is shown ${found} times instead of ${wanted}.`);
}
