import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { htmlForJson } from './rule.ts';

const answered = (body: string) => ({ url: `${api}/devices`, mimeType: 'text/html', body });
const whole = (title: string, content: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${content}</body></html>`;

checkRule(htmlForJson, import.meta.url, {
  'finds.page-of-the-application': harOf([
    page,
    {
      ...answered(whole('Portal', '<div id="root"></div><script>start({"a":"<b>"})</script>')),
      trackingId: trackingId(3),
    },
  ]),
  'finds.sign-in-page': harOf([
    page,
    answered(whole('Welcome', '<form method="post"><input name="user"><input type="password"></form>')),
  ]),
  'finds.page-about-maintenance': harOf([
    page,
    answered(whole('Down for maintenance', '<h1>We will be back at 10:00</h1>')),
  ]),
  'finds.page-of-a-firewall': harOf([
    page,
    answered(
      whole('Just a moment...', '<p>Checking your browser before you reach the site. Reference 4711.</p>'),
    ),
  ]),
  'finds.page-in-an-exporter-that-does-not-say-what-a-request-was-for': harOf(
    [
      page,
      {
        ...answered(whole('Portal', '<div id="root"></div>')),
        type: '',
        request: { accept: 'application/json', 'sec-fetch-dest': 'empty' },
      },
    ],
    'Firefox',
  ),
  'finds.page-in-the-place-of-an-event-stream': harOf([
    page,
    {
      ...answered(whole('Sign in', '<input type="password">')),
      type: 'eventsource',
      error: 'net::ERR_ABORTED',
      request: { accept: 'text/event-stream' },
    },
  ]),
  'finds.page-that-a-call-was-led-to': harOf([
    page,
    { ...answered(''), status: 302, response: { location: `${portal}/maintenance.html` } },
    { ...answered(whole('Down for maintenance', '')), url: `${portal}/maintenance.html` },
  ]),
  'finds.sign-in-page-in-an-export-that-names-no-types': harOf(
    [page, { ...answered(whole('Log in', '<input type="password">')), type: '' }],
    'Firefox',
  ),
  'quiet.page-in-an-export-that-names-no-types': harOf(
    [
      {
        ...page,
        type: '',
        body: whole('Log in', ''),
        request: { accept: 'text/html,application/json;q=0.9' },
      },
    ],
    'Firefox',
  ),
  'quiet.template-that-a-json-client-asks-for': harOf([
    page,
    { url: `${portal}/views/users.html`, mimeType: 'text/html', body: whole('Users', '<h1>Users</h1>') },
    { url: `${portal}/views/users`, mimeType: 'text/html', body: '<div>{{ user.name }}</div>' },
  ]),
  'quiet.page-that-was-asked-for': harOf([
    page,
    { ...answered(whole('Next', '<h1>Next</h1>')), request: { accept: 'text/html, application/json' } },
    page,
  ]),
  'quiet.json-under-the-wrong-media-type': harOf([page, answered('{"devices":[]}')]),
  'quiet.page-whose-content-was-not-captured': harOf([page, { ...answered(''), body: null }]),
});
