import { type LabBrowser, launchChromium } from '../browser/chromium.ts';
import { type Network, openNetwork } from '../network/network.ts';
import type { TruthFile } from '../scenario/recorded-truth.ts';
import type { BrowserSettings, Scenario } from '../scenario/scenario.ts';
import { missingVerdicts } from './check-verdicts.ts';
import type { Har } from './har.ts';
import { measuredPhases, strayPhases } from './measured-phases.ts';
import { merged } from './merged.ts';
import { recordScenario } from './record-scenario.ts';
import type { Run } from './run.ts';
import { writeRun } from './write-run.ts';

const ATTEMPTS = 3;

/** What became of one scenario. */
export type Outcome =
  | { readonly scenario: Scenario; readonly truth: TruthFile; readonly tookMs: number }
  | { readonly scenario: Scenario; readonly failure: string; readonly tookMs: number };

/** How many browsers record side by side: much of a scenario is waiting, and a second one uses it. More would disturb the times. */
const BROWSERS = 2;

/**
 * Records scenarios, each in one of some browsers, and writes each into its folder below `root`. A scenario that fails is told
 * and does not stop the others. Outcomes come as they come.
 */
export async function* recordAll(
  scenarios: readonly Scenario[],
  root: string,
  browsers: number = BROWSERS,
): AsyncGenerator<Outcome> {
  const waiting = [...scenarios];
  const count = Math.max(1, Math.min(browsers, scenarios.length));
  yield* merged(Array.from({ length: count }, () => recordFrom(waiting, unreachableHosts(scenarios), root)));
}

/** One browser with a network of its own, which takes the next scenario when it is done with one. */
async function* recordFrom(
  waiting: Scenario[],
  unreachable: NonNullable<BrowserSettings['unreachable']>,
  root: string,
): AsyncGenerator<Outcome> {
  const network = await openNetwork();
  const launch = () => launchChromium(network, unreachable);
  let lab = await launch();
  try {
    for (let scenario = waiting.shift(); scenario !== undefined; scenario = waiting.shift()) {
      const startedMs = performance.now();
      const tookMs = () => performance.now() - startedMs;
      try {
        const run = await recordUndisturbed(lab, network, scenario);
        const truth = await writeRun(scenario, run, root);
        const missing = [
          ...missingVerdicts(scenario.truth, run.verdicts, run.looseIssues),
          ...missingEntries(truth),
        ];
        if (missing.length > 0) throw new Error(missing.join('\n'));
        yield { scenario, truth, tookMs: tookMs() };
      } catch (error) {
        yield { scenario, failure: error instanceof Error ? error.message : String(error), tookMs: tookMs() };
        // Whatever is left of it must not reach into the next one.
        await lab.close();
        lab = await launch();
      }
    }
  } finally {
    await lab.close();
    await network.close();
  }
}

/** A busy machine spoils what is measured in milliseconds: such a run is thrown away and made again. */
async function recordUndisturbed(lab: LabBrowser, network: Network, scenario: Scenario): Promise<Run> {
  for (let attempt = 1; ; attempt++) {
    const run = await recordScenario(lab, network, scenario);
    const stray = strayPhases(measuredPhases(scenario.truth, JSON.parse(run.chrome.text) as Har));
    if (stray.length === 0) return run;
    if (attempt === ATTEMPTS) throw new Error(stray.join('\n'));
  }
}

/** Every expectation must point at something in at least one dialect, or the scenario does not do what it says. */
function missingEntries({ captures }: TruthFile): readonly string[] {
  const [full] = captures;
  return (full?.expects ?? [])
    .filter(
      (expectation, index) => captures.every(({ expects }) => expects[index]?.notObservable) && expectation,
    )
    .map(({ finding }) => `Nothing in any file shows ${finding}.`);
}

function unreachableHosts(scenarios: readonly Scenario[]): NonNullable<BrowserSettings['unreachable']> {
  return Object.assign({}, ...scenarios.map(({ browser }) => browser?.unreachable ?? {}));
}
