import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, portal } from '../../../testing/names.ts';
import { nosniff } from './rule.ts';

const file = (path: string, type: string, mimeType: string, more: Partial<Step> = {}): Step => ({
  url: `${portal}${path}`,
  type,
  mimeType,
  body: null,
  response: { 'x-content-type-options': 'nosniff' },
  ...more,
});

/** What Harrier's recorder keeps of the console. */
const said = {
  _consoleErrors: [
    {
      source: 'security',
      level: 'error',
      text: `Refused to execute script from '${portal}/widgets/phone.js' because its MIME type ('text/html') is not executable, and strict MIME type checking is enabled.`,
    },
  ],
};

checkRule(nosniff, import.meta.url, {
  'finds.page-in-place-of-a-script': harOf([page, file('/widgets/phone.js', 'script', 'text/html')]),
  'finds.style-without-its-type': harOf([
    page,
    file('/assets/site.css', 'stylesheet', 'text/plain', { error: 'net::ERR_ABORTED' }),
  ]),
  'finds.script-of-which-the-browser-says-so': harOf([
    page,
    file('/widgets/phone.js', 'script', 'text/html', { more: { entry: said } }),
  ]),
  'quiet.script-with-its-type': harOf([page, file('/main.js', 'script', 'text/javascript')]),
  'quiet.old-name-of-javascript': harOf([page, file('/main.js', 'script', 'application/x-javascript')]),
  'quiet.page-in-place-of-a-script-without-nosniff': harOf([
    page,
    file('/main.js', 'script', 'text/html', { response: {} }),
  ]),
  'quiet.module-of-json': harOf([
    page,
    file('/words.json', 'script', 'application/json', { request: { 'sec-fetch-dest': 'json' } }),
  ]),
  'quiet.missing-script': harOf([page, file('/main.js', 'script', 'text/html', { status: 404 })]),
});
