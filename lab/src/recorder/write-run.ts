import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { throughProxy, writeSaz } from '../saz/write-saz.ts';
import { type Dialect, dialectFiles, dialects } from '../scenario/dialect.ts';
import type { BrowserVerdict, TruthFile } from '../scenario/recorded-truth.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { fixIds } from './fixed-ids.ts';
import { shiftMoments } from './fixed-time.ts';
import type { Har } from './har.ts';
import { measuredPhases } from './measured-phases.ts';
import { resolveTruth } from './resolve-truth.ts';
import { rewriteTexts } from './rewrite-texts.ts';
import type { Run } from './run.ts';

/** The folder of a scenario's captures below the lab's: ids have a slash, folders must not. */
export function folderOf(id: string): string {
  return id.replaceAll('/', '__');
}

/** Writes everything that one run left: a file a dialect, the truth about each, the logs. Replaces what was there. */
export async function writeRun(scenario: Scenario, run: Run, root: string): Promise<TruthFile> {
  const folder = path.join(root, folderOf(scenario.id));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, name), content);

  const chrome = fixed(run.chrome.text, run);
  const playwright = fixed(run.playwright, run);
  // The truth about an archive is told by positions in the HAR that a reader makes of it.
  const hars: Record<Dialect, Har> = {
    chrome,
    'chrome-sanitized': fixed(run.sanitized, run),
    playwright,
    'playwright-zip': playwright,
    fiddler: throughProxy(chrome),
  };
  for (const dialect of ['chrome', 'chrome-sanitized', 'playwright'] as const)
    await write(dialectFiles[dialect], JSON.stringify(hars[dialect], null, 2));
  await write(
    dialectFiles['playwright-zip'],
    await rewriteTexts(run.playwrightZip, (text, name) =>
      name === 'har.har' ? JSON.stringify(fixed(text, run), null, 2) : shiftMoments(text, run.startedMs),
    ),
  );
  // A proxy that saw nothing leaves no archive.
  if (hars.fiddler.log.entries.length > 0) await write(dialectFiles.fiddler, await writeSaz(hars.fiddler));

  const browser = placed(run);
  const phases = measuredPhases(scenario.truth, chrome);
  const truth: TruthFile = {
    scenario: scenario.id,
    title: scenario.title,
    family: scenario.id.split('/')[0] ?? scenario.id,
    set: scenario.set,
    captures: dialects
      .filter((dialect) => hars[dialect].log.entries.length > 0)
      .map((dialect) => resolveTruth(scenario.truth, hars[dialect], dialect, { verdicts: browser, phases })),
    browser,
  };
  await write('truth.json', `${JSON.stringify(truth, null, 2)}\n`);
  if (run.logs.size > 0) await mkdir(path.join(folder, 'logs'));
  for (const [name, text] of run.logs)
    await write(path.join('logs', name), shiftMoments(text, run.startedMs));
  return truth;
}

/** The same for every run, as far as a browser allows. */
function fixed(text: string, run: Run): Har {
  const har = JSON.parse(shiftMoments(text, run.startedMs)) as Har;
  fixIds(har, run.ports);
  return har;
}

/** Verdicts with their places in the full export, and with ids that are the same in every run. */
function placed({ verdicts, chrome }: Run): readonly BrowserVerdict[] {
  return verdicts.map((verdict, index) => {
    const entry = chrome.requestIds.indexOf(verdict.requestId);
    return { ...verdict, requestId: String(index + 1), ...(entry === -1 ? {} : { entry }) };
  });
}
