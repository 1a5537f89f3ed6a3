import type { Site } from '../../network/site.ts';
import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario, Tab } from '../../scenario/scenario.ts';
import type { Expectation, ExpectedVerdict, RequestMatcher, Truth } from '../../scenario/truth.ts';
import { application } from '../application.ts';
import { visitsOf } from '../visit.ts';

export const blockedVisit = visitsOf('blocked', 'develop');

/** Something that the browser itself does not let the page have. */
export interface Block extends Pick<Truth, 'allows'> {
  readonly name: string;
  readonly title: string;
  /** The page, but for what is blocked. */
  readonly application: Parameters<typeof application>[0];
  readonly sites?: () => readonly Site[];
  readonly on: RequestMatcher;
  /** Other requests that show it. */
  readonly also?: readonly RequestMatcher[];
  readonly finding: FindingName;
  readonly reason?: string;
  readonly hiddenIn?: NonNullable<Expectation['hiddenIn']>;
  /** What the browser must say of it. */
  readonly said: Omit<ExpectedVerdict, 'on'>;
  readonly drive?: Scenario['drive'];
}

export function blocked(spec: Block): Scenario {
  const { name, title, sites, on, also = [], finding, reason, said, allows, hiddenIn, drive } = spec;
  return blockedVisit({
    name,
    title,
    ...(drive === undefined ? {} : { drive }),
    sites: () => [application(spec.application), ...(sites?.() ?? [])],
    truth: {
      expects: [
        {
          finding,
          on: [on, ...also],
          ...(reason === undefined ? {} : { reason }),
          root: true,
          ...(hiddenIn === undefined ? {} : { hiddenIn }),
        },
      ],
      ...(allows === undefined ? {} : { allows }),
      browser: [{ on, ...said }],
    },
  });
}

/** Puts an element into the page and waits until it has come or not. */
export const PUT = `const put = (name, attributes) => new Promise((resolve) => {
  const element = Object.assign(document.createElement(name), attributes, { onload: resolve, onerror: resolve });
  document.head.append(element);
});`;

/** Refuses requests as an extension does, by the patterns of its list; DevTools' own wildcards. */
export function withExtension(patterns: readonly string[]): Scenario['drive'] {
  return async ({ page, open, until }: Tab) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Fetch.enable', { patterns: patterns.map((urlPattern) => ({ urlPattern })) });
    session.on('Fetch.requestPaused', ({ requestId }) => {
      void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    });
    await open('https://portal.example.test/');
    await until();
  };
}
