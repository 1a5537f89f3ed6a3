import type { Site } from '../../network/site.ts';
import type { Scenario, Tab } from '../../scenario/scenario.ts';
import { sendJson } from '../page.ts';
import { portal, TRY } from '../portal.ts';

/** What differs from scenario to scenario of this family. */
export interface Fault extends Pick<Scenario, 'title' | 'truth' | 'browser' | 'exportEarly'> {
  readonly name: string;
  /** Runs in the page, after it has loaded its session; `call(url)` fetches and swallows failures. */
  readonly script: string;
  /** Other hosts than the portal's. */
  readonly sites?: () => readonly Site[];
  readonly routes?: () => NonNullable<Parameters<typeof portal>[0]['routes']>;
  readonly protocol?: Site['protocol'];
  readonly drive?: (tab: Tab) => Promise<void>;
}

/** A portal that works but for one thing. */
export function withFault(fault: Fault): Scenario {
  const { name, title, truth, browser, exportEarly, script, sites, routes, protocol, drive } = fault;
  return {
    id: `network/${name}`,
    set: 'develop',
    title,
    truth,
    ...(browser === undefined ? {} : { browser }),
    ...(exportEarly === undefined ? {} : { exportEarly }),
    stage: () => ({
      sites: [
        portal({
          ...(protocol === undefined ? {} : { protocol }),
          script: `${TRY}\nawait call('/api/session');\n${script}`,
          routes: {
            '/api/session': (_, response) => sendJson(response, { user: 'avery', locale: 'en' }),
            ...routes?.(),
          },
        }),
        ...(sites?.() ?? []),
      ],
    }),
    drive:
      drive ??
      (async (tab) => {
        await tab.open('https://portal.example.test/');
        await tab.until();
      }),
  };
}
