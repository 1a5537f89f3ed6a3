import type { Page } from 'playwright-core';
import { launchChromium } from '../../../../lab/src/browser/chromium.ts';
import { tabOf } from '../../../../lab/src/browser/tab.ts';
import { openNetwork } from '../../../../lab/src/network/network.ts';
import type { Har } from '../../../../lab/src/recorder/har.ts';
import type { Scenario } from '../../../../lab/src/scenario/scenario.ts';
import { scenarios } from '../../../../lab/src/scenario/scenario-table.ts';
import { attachToBrowser } from '../node/transport/attach.ts';
import { MemoryRecording } from '../recording/memory-recording.ts';
import { Recorder } from '../recording/recorder.ts';
import { overhear, recordingOf } from './overheard.ts';

/** One run of a scenario as two saw it at once: DevTools' own export, and our recorder. */
export interface SeenTwice {
  readonly scenario: Scenario;
  readonly devTools: Har;
  /** CDP's ids of DevTools' entries; hops of a redirect but the last carry `:redirected.<n>`. */
  readonly requestIds: readonly string[];
  readonly ours: Har;
  /** What our recorder makes of the very events that DevTools was sent, without bodies. */
  readonly oursOfTheirs: Har;
  readonly bytes: Uint8Array;
}

/** Runs scenarios of the lab in one Chromium, each watched by DevTools and by our recorder. Closes all of it. */
export async function recordScenarios(ids: readonly string[]): Promise<ReadonlyMap<string, SeenTwice>> {
  const chosen = ids.map((id) => {
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario === undefined) throw new Error(`The lab has no scenario ${id}.`);
    return scenario;
  });
  const network = await openNetwork();
  const unreachable = Object.assign({}, ...chosen.map(({ browser }) => browser?.unreachable ?? {}));
  const lab = await launchChromium(network, unreachable);
  try {
    const seen = new Map<string, SeenTwice>();
    for (const scenario of chosen) seen.set(scenario.id, await recordOne(scenario, lab, network));
    return seen;
  } finally {
    await lab.close();
    await network.close();
  }
}

async function recordOne(
  scenario: Scenario,
  lab: Awaited<ReturnType<typeof launchChromium>>,
  network: Awaited<ReturnType<typeof openNetwork>>,
): Promise<SeenTwice> {
  const { link, close } = await attachToBrowser(String(lab.debuggingPort));
  const recording = new MemoryRecording();
  recording.head({ creator: { name: 'Harrier Recorder', version: '1' } });
  const recorder = new Recorder(link, { root: 'browser', sink: recording });
  await recorder.start();
  const context = await lab.browser.newContext();
  const stage = await scenario.stage();
  const overheard = overhear(frontEndOf(lab));
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await lab.devTools.attach(session);
    network.host(stage.sites);
    await scenario.drive(tabOf(page, session));
    if (!scenario.exportEarly) await lab.devTools.settled(5000);
    const { text, requestIds } = await lab.devTools.exportHar('full');
    await recorder.stop();
    const bytes = Buffer.concat([...recording.pieces()]);
    const ours = JSON.parse(bytes.toString('utf8')) as Har;
    const oursOfTheirs = JSON.parse(Buffer.from(await recordingOf(overheard.events)).toString('utf8')) as Har;
    return { scenario, devTools: JSON.parse(text) as Har, requestIds, ours, oursOfTheirs, bytes };
  } finally {
    overheard.stop();
    close();
    await context.close();
    await stage.stop?.();
  }
}

/** DevTools' own page. */
function frontEndOf({ browser }: Awaited<ReturnType<typeof launchChromium>>): Page {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const found = pages.find((page) => page.url().startsWith('devtools:'));
  if (found === undefined) throw new Error('DevTools is not open.');
  return found;
}

/** Our name for a request of DevTools': `<id>` for the first hop, `<id>#<hop>` for the others. */
export function keysOf(requestIds: readonly string[]): string[] {
  const hops = new Map<string, number>();
  for (const id of requestIds) {
    const [base = '', hop] = id.split(':redirected.');
    if (hop !== undefined) hops.set(base, Math.max(hops.get(base) ?? 0, Number(hop) + 1));
  }
  return requestIds.map((id) => {
    const [base = '', redirected] = id.split(':redirected.');
    const hop = redirected === undefined ? (hops.get(base) ?? 0) : Number(redirected);
    return hop === 0 ? base : `${base}#${hop}`;
  });
}
