import type { Page } from 'playwright-core';
import type { Site } from '../network/site.ts';
import type { Truth } from './truth.ts';

/** `develop`: rules may be written while looking at it. `measure`: only ever counted. */
export type ScenarioSet = 'develop' | 'measure';

/** One thing that goes wrong (or well), with the servers that make it so and the truth about it. */
export interface Scenario {
  /** `family/name`. */
  readonly id: `${string}/${string}`;
  /** What a person would tell support, in a line. */
  readonly title: string;
  /** One for a whole family; see `scenario-table.ts`. */
  readonly set: ScenarioSet;
  readonly truth: Truth;
  readonly browser?: BrowserSettings;
  /** Requests may still be pending when the capture is saved; otherwise the recorder waits for all of them. */
  readonly exportEarly?: true;
  /** Fresh servers for each run. */
  stage(): Stage | Promise<Stage>;
  /** Uses the page as a person would. Bounded by the recorder; waits for what the page says, never for time alone. */
  drive(tab: Tab): Promise<void>;
}

/** The servers of one run, and what they leave behind. */
export interface Stage {
  readonly sites: readonly Site[];
  /** Log files by name (`cpapi-a.log`), asked for after the run. */
  logs?(): ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;
  /** Ends whatever the stage started by itself. */
  stop?(): void | Promise<void>;
}

/** How the browser differs from a fresh Chromium with an empty profile. */
export interface BrowserSettings {
  /** Hosts that have no server: the name does not exist, or nobody listens. Unique over all scenarios. */
  readonly unreachable?: Readonly<Record<string, 'no-such-name' | 'refused'>>;
  /** Makes the network's proxy carry every request; see `network/proxy.ts`. */
  readonly proxy?: ProxyBehaviour;
}

/** A forward proxy between browser and sites. */
export interface ProxyBehaviour {
  /** How long it takes to answer `CONNECT`, ms. */
  readonly connectDelayMs?: number;
  /** Answers 407 to everything. */
  readonly demandsCredentials?: true;
  /** Opens no tunnel to these hosts: 503 to their `CONNECT`. */
  readonly refusesTunnelsTo?: readonly string[];
}

/** The browser tab of one run. DevTools is attached to it from before the first navigation. */
export interface Tab {
  readonly page: Page;
  /** Goes there and waits for the load event; a navigation that fails is not an error. */
  open(url: string): Promise<void>;
  /** Clicks what a person would name: the accessible name of a button or link. */
  click(name: string): Promise<void>;
  /** Waits until the page says that it is done: `document.documentElement.dataset.lab === step` (default `done`). */
  until(step?: string): Promise<void>;
  /** Switches the network off and on again, as the toggle of DevTools does. */
  goOffline(offline: boolean): Promise<void>;
}
