import type { Site } from '../network/site.ts';
import type { Scenario, ScenarioSet } from '../scenario/scenario.ts';

/** A scenario that is one visit: a page opens, its script runs and says that it is done. */
export interface Visit extends Omit<Scenario, 'id' | 'set' | 'stage' | 'drive'> {
  /** The id's part after the slash. */
  readonly name: string;
  /** Default `https://portal.example.test/`. */
  readonly url?: string;
  /** Made anew for each run. */
  sites(): readonly Site[];
  /** Instead of opening the URL and waiting until the page is done. */
  readonly drive?: Scenario['drive'];
}

/** Makes scenarios of a family of its visits. */
export function visitsOf(family: string, set: ScenarioSet): (visit: Visit) => Scenario {
  return ({ name, url = 'https://portal.example.test/', sites, drive, ...scenario }) => ({
    ...scenario,
    id: `${family}/${name}`,
    set,
    stage: () => ({ sites: sites() }),
    drive:
      drive ??
      (async (tab) => {
        await tab.open(url);
        await tab.until();
      }),
  });
}
