import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { unauthorized } from './rule.ts';

// Credentials in fixtures are words, not tokens.
const signedIn = { authorization: 'Bearer masked' };
const refused: Step = {
  url: `${api}/customers/${organisation}/users`,
  status: 401,
  trackingId: trackingId(7),
  body: { message: 'The request requires a valid token.', errors: [{ description: 'Token expired.' }] },
};
const works: Step = { url: `${api}/me`, body: { id: 1 } };

checkRule(unauthorized, import.meta.url, {
  'finds.credentials-that-were-refused': harOf([
    page,
    { ...works, request: signedIn },
    { ...refused, request: signedIn },
  ]),
  'quiet.credentials-that-were-not-sent': harOf([page, { ...works, request: signedIn }, refused]),
  'finds.refusal-in-an-export-without-credentials': harOf([page, works, refused]),
  'finds.plain-refusal': harOf([
    page,
    { ...refused, status: 403, request: signedIn, body: { message: 'Forbidden' } },
  ]),
  'quiet.missing-permission': harOf([
    page,
    {
      ...refused,
      status: 403,
      request: signedIn,
      body: { message: 'Missing the role of a full administrator.' },
    },
  ]),
  'finds.challenge-that-was-answered-as-information': harOf([
    page,
    {
      url: `${api}/reports`,
      status: 401,
      response: { 'www-authenticate': 'Negotiate' },
      mimeType: 'text/html',
      body: '',
    },
    { url: `${api}/reports`, atMs: 300, body: { rows: [] }, request: signedIn },
  ]),
  'finds.handshake-of-three-rounds-before-an-answer-that-fails': harOf([
    page,
    ...['NTLM', 'NTLM challenge'].map(
      (challenge, round): Step => ({
        url: `${api}/reports`,
        status: 401,
        response: { 'www-authenticate': challenge },
        mimeType: 'text/html',
        body: '',
        ...(round === 0 ? {} : { request: { authorization: 'NTLM masked' } }),
      }),
    ),
    {
      url: `${api}/reports`,
      status: 500,
      body: { message: 'The report broke.' },
      request: { authorization: 'NTLM masked' },
    },
  ]),
  'quiet.signed-in-requests-that-worked': harOf([page, { ...works, request: signedIn }]),
  'quiet.other-refusals': harOf([page, { ...refused, status: 404 }]),
  'quiet.preflight-refused-without-credentials': harOf([
    page,
    {
      url: `${api}/users`,
      method: 'OPTIONS',
      type: 'preflight',
      status: 401,
      request: { origin: 'https://portal.example.test', 'access-control-request-method': 'PUT' },
    },
  ]),
});
