import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { mixedContent } from './rule.ts';

/** Sent nowhere, and nobody says why: Chrome writes one header field. */
const stopped = (url: string, more: Partial<Step> = {}): Step => ({
  url,
  type: 'fetch',
  status: 0,
  bare: true,
  ...more,
});

checkRule(mixedContent, import.meta.url, {
  'finds.plain-call-of-a-secure-page': harOf([page, stopped('http://phonebook.example.test/entries')]),
  'finds.call-that-playwright-names-so': harOf(
    [page, stopped('http://phonebook.example.test/entries', { error: 'mixed-content' })],
    'Playwright',
  ),
  'quiet.helper-on-the-same-machine': harOf([page, stopped('http://127.0.0.1:8765/status')]),
  'quiet.plain-page': harOf([
    { ...page, url: 'http://portal.example.test/users' },
    stopped('http://phonebook.example.test/entries'),
  ]),
  'quiet.plain-picture-that-was-loaded': harOf([
    page,
    { url: 'http://pictures.example.test/1.png', type: 'image', mimeType: 'image/png', body: null },
  ]),
  'quiet.secure-call-that-was-stopped': harOf([page, stopped('https://phonebook.example.test/entries')]),
});
