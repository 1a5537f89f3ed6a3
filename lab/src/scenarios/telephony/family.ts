import { type BackendOptions, startBackend } from '../../backend/backend.ts';
import { type Estate, makeEstate, type User } from '../../backend/estate/estate.ts';
import type { Scenario, Tab } from '../../scenario/scenario.ts';
import type { Truth } from '../../scenario/truth.ts';

/** Everybody and everything in this family has the same names and ids. */
const seed = 7;

/** What differs from scenario to scenario of this family. */
export interface TelephonyFault extends Pick<Scenario, 'title' | 'truth'> {
  readonly name: string;
  readonly backend?: Omit<BackendOptions, 'seed'>;
  readonly drive: (tab: Tab) => Promise<void>;
}

/**
 * The telephony back end with one thing wrong, or nothing. The customer's template hides some features on purpose, in
 * every scenario: true, but never what somebody complains about.
 */
export function telephonyScenario({ name, title, truth, backend, drive }: TelephonyFault): Scenario {
  return {
    id: `telephony/${name}`,
    set: 'develop',
    title,
    truth: withHiddenFeatures(truth),
    stage: () => startBackend({ seed, ...backend }),
    drive,
  };
}

/** The customer as every scenario of the family has it: for names, ids and passwords. */
export const customer: Estate = makeEstate(seed, 0);

/** Whose settings the administrator changes; has the better licence. */
export const affectedUser: User = customer.users[4]!;

/** The same licence, at another location. */
export const workingUser: User = customer.users[5]!;

/** Fills in the identity provider's form, which the page is showing. */
export async function fillIn(tab: Tab, { email, password }: User): Promise<void> {
  await tab.until('sign-in');
  await tab.page.getByLabel('E-mail address').fill(email);
  await tab.page.getByLabel('Password').fill(password);
  await tab.click('Sign in');
}

/** Signs the administrator in and waits for the list of users. */
export async function openAdminPortal(tab: Tab): Promise<void> {
  await tab.open('https://admin.example.test/');
  await fillIn(tab, customer.administrator);
  await tab.until('users');
}

/** Signs a person in to the hub and waits for its settings. */
export async function openHub(tab: Tab, user: User, step: 'hub' | 'failed' = 'hub'): Promise<void> {
  await tab.open('https://hub.example.test/');
  await fillIn(tab, user);
  await tab.until(step);
}

function withHiddenFeatures(truth: Truth): Truth {
  const name = 'permission/feature-no-access';
  if (truth.expects.some(({ finding }) => finding === name)) return truth;
  return { ...truth, allows: [...(truth.allows ?? []), name] };
}
