import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { cookieThirdParty } from './rule.ts';

const widget = 'https://widget.example.net';
const frame: Step = {
  url: `${widget}/frame`,
  type: 'document',
  mimeType: 'text/html',
  body: '<!doctype html>',
  request: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
};
const setter: Step = {
  ...frame,
  url: `${widget}/start`,
  response: { 'set-cookie': 'session=masked; Path=/; SameSite=None; Secure' },
};
const own: Step = { ...page, request: { cookie: 'masked=masked' } };
const data: Step = {
  url: `${widget}/data`,
  body: {},
  request: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
};

checkRule(cookieThirdParty, import.meta.url, {
  'finds.session-that-a-frame-cannot-keep': harOf([own, setter, frame, { ...frame, status: 401 }]),
  'finds.tracker-as-information': harOf([own, setter, frame, frame]),
  'finds.cookies-that-the-browser-says-it-keeps-away': harOf([
    own,
    {
      ...setter,
      more: { entry: { _blockedResponseCookies: [{ name: 'session', reasons: ['ThirdPartyPhaseout'] }] } },
    },
    {
      ...frame,
      status: 401,
      more: { entry: { _blockedRequestCookies: [{ name: 'visitor', reasons: ['UserPreferences'] }] } },
    },
  ]),
  'quiet.cookies-that-were-for-another-path': harOf([
    own,
    { ...frame, more: { entry: { _blockedRequestCookies: [{ name: 'session', reasons: ['NotOnPath'] }] } } },
  ]),
  'quiet.cookie-that-comes-back': harOf([
    own,
    setter,
    frame,
    { ...frame, request: { ...frame.request, cookie: 'session=masked' } },
  ]),
  'quiet.one-chance': harOf([own, setter, frame]),
  'quiet.requests-that-carry-no-cookies': harOf([own, setter, data, data, data]),
  'quiet.capture-that-we-sanitized': {
    log: {
      ...(harOf([page, setter, frame, frame]) as { log: object }).log,
      _harrier: { sanitized: true, ruleSet: '1' },
    },
  },
});
