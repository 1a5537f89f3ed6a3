import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { corpusFile, corpusNames } from './testing/corpus.ts';
import { withDevTools } from './testing/devtools.ts';
import { runCli } from './testing/run-cli.ts';

/** It holds no entry. */
const unreadable = 'mitmproxy+mitmproxy--brokenfile.har';

const names = [
  ...corpusNames.filter((name) => name !== unreadable),
  '../example/call-recording.har',
  '../example/call-recording.saz',
];

it('what convert writes opens in Chrome’s DevTools, every capture of the corpus', async () => {
  await withDevTools(async (devTools) => {
    const results: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const name of names) {
      const { out } = await runCli(['convert', corpusFile(name), '-o', '-']);
      results[name] = await devTools.importHar(out);
      expected[name] = { requests: (JSON.parse(out) as { log: { entries: unknown[] } }).log.entries.length };
    }
    expect(results).toEqual(expected);
  });
});

it('what sanitize writes opens there as the original does, and after convert always', async () => {
  await withDevTools(async (devTools) => {
    for (const name of names) {
      const { out } = await runCli(['sanitize', corpusFile(name), '-o', '-']);
      const isHar = name.endsWith('.har');
      const before = isHar
        ? await devTools.importHar(readFileSync(corpusFile(name), 'utf8').replace(/^\uFEFF/, ''))
        : undefined;
      const after = await devTools.importHar(out);
      if (before !== undefined && 'requests' in before)
        expect({ name, ...after }).toEqual({ name, ...before });
      const converted = await runCli(['convert', '-', '-o', '-'], { stdin: out });
      const { entries } = (JSON.parse(converted.out) as { log: { entries: unknown[] } }).log;
      expect({ name, ...(await devTools.importHar(converted.out)) }).toEqual({
        name,
        requests: entries.length,
      });
    }
  });
});
