import { createHash } from 'node:crypto';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { integrity } from './rule.ts';

const script = 'globalThis.charts = { version: 2 };';
const digest = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const documentWith = (integrity: string): Step => ({
  ...page,
  body: `<!doctype html><script src="/vendor/charts.js" integrity="${integrity}" crossorigin></script>`,
});
const file: Step = {
  url: `${portal}/vendor/charts.js`,
  type: 'script',
  mimeType: 'text/javascript',
  body: script,
};
const sanitized = (har: unknown) => {
  const { log } = har as { log: object };
  return { log: { ...log, _harrier: { sanitized: true, ruleSet: '1' } } };
};

/** What Harrier's recorder keeps of the console. */
const refused: Step = {
  ...file,
  more: {
    entry: {
      _consoleErrors: [
        {
          source: 'security',
          level: 'error',
          text: `Failed to find a valid digest in the 'integrity' attribute for resource '${file.url}' with computed SHA-384 integrity '${digest(script).slice(7)}'. The resource has been blocked.`,
        },
      ],
    },
  },
};

checkRule(integrity, import.meta.url, {
  'finds.script-that-was-updated': harOf([documentWith(digest('globalThis.charts = { version: 1 };')), file]),
  'finds.script-of-which-the-browser-says-so': sanitized(harOf([documentWith(digest('older')), refused])),
  'finds.script-of-which-page-and-browser-say-so-once': harOf([documentWith(digest('older')), refused]),
  'quiet.script-that-the-page-expects': harOf([documentWith(digest(script)), file]),
  'quiet.one-of-two-digests-fits': harOf([documentWith(`${digest('older')} ${digest(script)}`), file]),
  'quiet.script-that-was-captured-in-part': harOf([
    documentWith(digest('older')),
    { ...file, sizeBytes: 4000 },
  ]),
  'quiet.capture-that-was-sanitized': sanitized(harOf([documentWith(digest('older')), file])),
  'quiet.script-without-a-digest': harOf([page, file]),
});
