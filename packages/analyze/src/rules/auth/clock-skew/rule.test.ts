import { beginsAt, date, refused, signIn, token } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { clockSkew } from './rule.ts';

const answers = (offsets: readonly number[], more: Readonly<Record<string, string>> = {}): Step[] =>
  offsets.map((seconds, at) => ({
    url: `${at % 2 === 0 ? api : portal}/items/${at}`,
    atMs: at * 1000,
    body: {},
    response: { ...date(at + seconds), ...more },
  }));

checkRule(clockSkew, import.meta.url, {
  'finds.machine-that-is-seven-minutes-behind': harOf([page, ...answers([420, 420, 421, 420, 420, 419])]),
  'finds.machine-that-is-ahead': harOf([page, ...answers([-90, -90, -91, -90, -90])]),
  'finds.requests-that-were-refused-for-their-time': harOf([
    page,
    ...answers([-420, -420, -420, -420, -420]),
    { ...refused, status: 403, body: { message: 'The request was signed in the future.' } },
  ]),
  'finds.signed-request-that-came-too-late': harOf([
    page,
    ...answers([420, 420, 420, 420, 420]),
    {
      url: `${api}/transfers`,
      method: 'POST',
      status: 400,
      sent: { amount: 12 },
      request: { 'x-request-timestamp': '1741080600' },
      body: { fehler: 'Die Anfrage ist abgelaufen.' },
      response: date(425),
    },
  ]),
  'finds.clock-that-has-no-part-in-a-session-that-ended': harOf([
    page,
    ...answers([420, 420, 420, 420, 420]),
    { ...refused, body: { message: 'Your session has expired.' }, response: date(425) },
  ]),
  'finds.token-that-the-machine-thought-to-hold': harOf([
    page,
    ...answers([420, 420, 420, 420, 420]),
    {
      ...refused,
      request: { authorization: `Bearer ${token({ exp: beginsAt + 200 })}` },
      response: date(425),
    },
  ]),
  'finds.clock-that-has-no-part-in-a-token-that-was-over-by-both': harOf([
    page,
    ...answers([420, 420, 420, 420, 420]),
    {
      ...refused,
      request: { authorization: `Bearer ${token({ exp: beginsAt - 900 })}` },
      response: date(425),
    },
  ]),
  'finds.clock-by-which-certificates-are-of-the-future': harOf([
    page,
    ...answers([34_560_000, 34_560_000, 34_560_000, 34_560_000, 34_560_000]),
    { url: 'https://files.example.test/a', status: 0, error: 'net::ERR_CERT_DATE_INVALID' },
  ]),
  'finds.sign-in-whose-clock-is-ahead': harOf([
    page,
    { url: signIn, body: {}, response: date(600) },
    ...answers([0, 0, 0, 0]),
    {
      ...refused,
      request: { authorization: `Bearer ${token({ iat: beginsAt + 600 })}` },
      response: date(4),
    },
  ]),
  'quiet.clocks-that-agree': harOf([page, ...answers([0, 0, 1, 0, 0, -1])]),
  'quiet.dates-that-a-cache-kept': harOf([page, ...answers([-420, -420, -420, -420, -420], { age: '420' })]),
  'quiet.one-server-that-is-off': harOf([page, ...answers([420, 0, 420, 0, 420, 0, 420, 0])]),
  'quiet.four-answers': harOf([page, ...answers([420, 420, 420, 420])]),
});
