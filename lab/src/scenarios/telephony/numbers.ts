import type { HopRequest } from '../../backend/wire/message.ts';
import { pathOf } from '../../backend/wire/message.ts';
import type { Scenario, Tab } from '../../scenario/scenario.ts';
import { customer, openAdminPortal, telephonyScenario } from './family.ts';

const [location] = customer.locations;
const numbers = { url: `/api/v1/customers/${customer.organisation.id}/locations/${location!.id}/numbers` };

const asksForNumbers = (request: HopRequest) => pathOf(request) === numbers.url;
const asksForUsage = (request: HopRequest) => pathOf(request).endsWith('/numbers/usage');

async function openNumbers(tab: Tab): Promise<void> {
  await openAdminPortal(tab);
  await tab.click('Locations');
  await tab.until('locations');
  await tab.click(location!.name);
  await tab.until('numbers');
}

/** The numbers of a location take long, for three different reasons. */
export const numbersScenarios: readonly Scenario[] = [
  telephonyScenario({
    name: 'numbers-slow-server',
    title: 'The numbers of a location take long to load: the call server is slow.',
    backend: {
      faults: [
        {
          to: 'callserver-r',
          when: ({ body }) => body.includes(`<groupId>${location!.id}</groupId>`),
          delayMs: 2500,
          times: 1,
        },
      ],
    },
    drive: openNumbers,
    truth: {
      expects: [{ finding: 'slow/server', on: [numbers], phase: 'wait', root: true }],
      allows: ['slow/wait-unexplained', 'slow/waterfall'],
      phases: [{ on: numbers, phase: 'wait', ms: 2500 }],
    },
  }),
  telephonyScenario({
    name: 'numbers-slow-network',
    title: 'The numbers of a location take long to load: the line is slow.',
    backend: {
      faults: [
        { to: 'cpapi-r', when: asksForNumbers, alterResponse: (answer) => ({ ...answer, sendingMs: 2500 }) },
      ],
    },
    drive: openNumbers,
    truth: {
      expects: [{ finding: 'slow/download', on: [numbers], phase: 'receive', root: true }],
      allows: ['slow/network', 'slow/uncompressed', 'slow/waterfall'],
      phases: [{ on: numbers, phase: 'receive', ms: 2500 }],
    },
  }),
  telephonyScenario({
    name: 'numbers-six-connections',
    title: 'The numbers of a location take long to load: six slower requests are ahead of them.',
    backend: {
      oldProtocol: ['cpapi-r.example.test'],
      faults: [{ to: 'cpapi-r', when: asksForUsage, delayMs: 1500 }],
    },
    drive: openNumbers,
    truth: {
      expects: [{ finding: 'slow/six-connections', on: [numbers], phase: 'stalled', root: true }],
      allows: ['slow/server', 'slow/queueing', 'slow/many-calls', 'slow/waterfall'],
    },
  }),
  telephonyScenario({
    name: 'numbers-fast',
    title: 'Works: the numbers of a location load at once.',
    drive: openNumbers,
    truth: { healthy: true, expects: [] },
  }),
];
