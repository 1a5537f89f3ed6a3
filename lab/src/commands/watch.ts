import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from '../browser/chromium.ts';
import { tabOf } from '../browser/tab.ts';
import { openNetwork } from '../network/network.ts';
import { chooseScenarios } from '../scenario/choose-scenarios.ts';
import type { Scenario, Tab } from '../scenario/scenario.ts';
import { scenarios } from '../scenario/scenario-table.ts';
import type { Command } from './command.ts';

/** How long a person looks at one step, ms. */
const LOOK_MS = 2_000;

/** `watch`: scenarios as their user sees them, in a window or as pictures; nothing is recorded. */
export const watch: Command = {
  name: 'watch',
  usage: '<pattern> [--pictures <folder>]',
  summary: 'Plays scenarios in a visible Chromium, or writes a picture of every step.',
  async run(words) {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { pictures: { type: 'string' } },
      allowPositionals: true,
    });
    const [pattern] = positionals;
    const chosen = pattern === undefined ? [] : chooseScenarios(scenarios, pattern);
    if (chosen.length === 0) {
      process.stderr.write('Name a scenario, as `npm run lab -- list` shows them.\n');
      return 2;
    }
    for (const scenario of chosen) {
      process.stdout.write(`${scenario.id}: ${scenario.title}\n`);
      await play(scenario, values.pictures);
    }
    return 0;
  },
};

async function play(scenario: Scenario, pictures: string | undefined): Promise<void> {
  const network = await openNetwork();
  const lab = await launchChromium(network, scenario.browser?.unreachable, pictures !== undefined);
  const stage = await scenario.stage();
  try {
    network.host(stage.sites);
    const page = await lab.browser.newPage();
    const session = await page.context().newCDPSession(page);
    let step = 0;
    const look = async (name: string) => {
      step++;
      if (pictures === undefined) return await page.waitForTimeout(LOOK_MS);
      await mkdir(pictures, { recursive: true });
      const file = `${scenario.id.replaceAll('/', '__')}-${step}-${name}.png`;
      await page.screenshot({ path: path.join(pictures, file) });
    };
    await scenario.drive(watched(tabOf(page, session), look));
    await look('end');
  } finally {
    await lab.close();
    await network.close();
    await stage.stop?.();
  }
}

/** The tab, with a look at every step that its page says it has reached. */
function watched(tab: Tab, look: (step: string) => Promise<void>): Tab {
  return {
    ...tab,
    async until(step = 'done') {
      await tab.until(step);
      await look(step);
    },
  };
}
