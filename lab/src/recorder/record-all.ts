import { launchChromium } from '../browser/chromium.ts';
import { openNetwork } from '../network/network.ts';
import type { TruthFile } from '../scenario/recorded-truth.ts';
import type { BrowserSettings, Scenario } from '../scenario/scenario.ts';
import { missingVerdicts } from './check-verdicts.ts';
import { type PreparedTab, prepareTab } from './record-scenario.ts';
import { writeRun } from './write-run.ts';

/** What became of one scenario. */
export type Outcome =
  | { readonly scenario: Scenario; readonly truth: TruthFile; readonly tookMs: number }
  | { readonly scenario: Scenario; readonly failure: string; readonly tookMs: number };

/**
 * Records scenarios one after another in one browser and writes each into its folder below `root`. A scenario that
 * fails is told and does not stop the others.
 */
export async function* recordAll(scenarios: readonly Scenario[], root: string): AsyncGenerator<Outcome> {
  const network = await openNetwork();
  const lab = await launchChromium(network, unreachableHosts(scenarios));
  const prepare = (scenario: Scenario | undefined) => {
    const tab = scenario && prepareTab(lab, network, scenario);
    // It is awaited in its turn; until then its failure is nobody's.
    tab?.catch(() => {});
    return tab;
  };
  let upcoming: Promise<PreparedTab> | undefined;
  try {
    for (const [index, scenario] of scenarios.entries()) {
      const next = scenarios[index + 1];
      const startedMs = performance.now();
      const tookMs = () => performance.now() - startedMs;
      try {
        const mine = upcoming ?? prepare(scenario);
        upcoming = undefined;
        const tab = await mine!;
        // DevTools takes seconds to open: the next one does so meanwhile, unless that would disturb a stopwatch.
        upcoming = scenario.truth.phases === undefined ? prepare(next) : undefined;
        const run = await tab.record();
        const truth = await writeRun(scenario, run, root);
        const missing = [
          ...missingVerdicts(scenario.truth, run.verdicts, run.looseIssues),
          ...missingEntries(truth),
        ];
        if (missing.length > 0) throw new Error(missing.join('\n'));
        yield { scenario, truth, tookMs: tookMs() };
      } catch (error) {
        yield { scenario, failure: error instanceof Error ? error.message : String(error), tookMs: tookMs() };
      }
    }
  } finally {
    await upcoming?.then((tab) => tab.discard()).catch(() => {});
    await lab.close();
    await network.close();
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
