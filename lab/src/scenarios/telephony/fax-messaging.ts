import type { HopRequest } from '../../backend/wire/message.ts';
import type { Scenario, Tab } from '../../scenario/scenario.ts';
import { affectedUser, openAdminPortal, telephonyScenario, workingUser } from './family.ts';

const change = { method: 'PATCH', url: /\/users\/[\w-]+\/voicemail$/ };
/** What the page reads after it has saved; the first one is what it read before. */
const readAgain = { method: 'GET', url: /\/api\/v1\/.*\/voicemail$/, nth: 1 };

const faxNumber = '+12065550177';
const setsFax = ({ body }: HopRequest) => body.includes('UserFaxMessagingModifyRequest');

interface FaxForm {
  /** Whether the person moves the switch as well, or only types the number. */
  readonly switchesOn: boolean;
  readonly outcome: 'saved' | 'failed';
}

async function saveFax(tab: Tab, { switchesOn, outcome }: FaxForm): Promise<void> {
  await openAdminPortal(tab);
  await tab.click(affectedUser.name);
  await tab.until('user');
  await tab.click('Voicemail and fax settings');
  await tab.until('voicemail');
  if (switchesOn) await tab.page.getByRole('switch', { name: 'Fax messaging' }).click();
  await tab.page.getByLabel('Fax number').fill(faxNumber);
  await tab.click('Save');
  await tab.until(outcome);
}

const works: FaxForm = { switchesOn: true, outcome: 'saved' };

/** Fax messaging on its way through portal, provisioning API, OCI router and call server, with a fault at each hop. */
export const faxScenarios: readonly Scenario[] = [
  telephonyScenario({
    name: 'fax-works',
    title: 'Works: fax messaging is switched on.',
    drive: (tab) => saveFax(tab, works),
    truth: { healthy: true, expects: [] },
  }),
  telephonyScenario({
    name: 'fax-asked-for-off',
    title: 'Fax messaging stays off: the page itself asked for off.',
    drive: (tab) => saveFax(tab, { ...works, switchesOn: false }),
    truth: { expects: [{ finding: 'permission/asked-for-off', on: [change], root: true }] },
  }),
  telephonyScenario({
    name: 'fax-number-lost',
    title: 'Fax messaging has no number: it was lost between OCI router and call server.',
    backend: {
      faults: [
        {
          to: 'callserver-r',
          when: setsFax,
          alterRequest: (request) => ({
            ...request,
            body: request.body.replace(/<phoneNumber>[^<]*<\/phoneNumber>\n/, ''),
          }),
        },
      ],
    },
    drive: (tab) => saveFax(tab, works),
    truth: { expects: [{ finding: 'permission/value-lost', on: [change, readAgain], root: true }] },
  }),
  telephonyScenario({
    name: 'fax-command-refused',
    title: 'Fax messaging stays off: one of three commands was refused, and the answer is 200.',
    backend: { prepare: (_, profiles) => void takeFaxNumber(profiles) },
    drive: (tab) => saveFax(tab, works),
    truth: {
      expects: [{ finding: 'fail/oci-error', on: [change], root: true }],
      allows: ['fail/error-in-success', 'fail/batch-item', 'fail/conflict', 'permission/value-lost'],
    },
  }),
  telephonyScenario({
    name: 'fax-command-refused-unseen',
    title: 'Fax messaging stays off: one of three commands was refused, and only the logs say so.',
    backend: {
      prepare: (_, profiles) => void takeFaxNumber(profiles),
      provisioning: { hidesRefusals: true },
    },
    drive: (tab) => saveFax(tab, works),
    truth: { expects: [{ finding: 'permission/value-lost', on: [change, readAgain], root: true }] },
  }),
  telephonyScenario({
    name: 'fax-no-answer',
    title: 'Fax messaging cannot be saved: the call server never answers.',
    backend: { faults: [{ to: 'callserver-r', when: setsFax, silent: true }] },
    drive: (tab) => saveFax(tab, { switchesOn: true, outcome: 'failed' }),
    truth: {
      expects: [{ finding: 'fail/gateway-timeout', on: [change], root: true }],
      allows: ['fail/http-5xx', 'fail/upstream', 'slow/server', 'slow/timeout-chain'],
      phases: [{ on: change, phase: 'wait', ms: 3000 }],
    },
  }),
];

/** Somebody else has the number already. */
function takeFaxNumber(profiles: ReadonlyMap<string, Map<string, Map<string, string | null>>>): void {
  profiles.get(workingUser.id)?.get('fax')?.set('phoneNumber', faxNumber);
}
