import { harOf, type Step } from './har-of.ts';
import { api, page, portal, trackingId } from './names.ts';

/** A GET whose answer came in whole and was kept from the page, as Chrome writes it. */
export const withheld: Step = {
  url: `${api}/users`,
  error: 'net::ERR_FAILED',
  trackingId: trackingId(2),
  body: null,
  request: { origin: portal },
  timings: { blocked: 120, send: 0, wait: 0, receive: 0 },
};

/** A PUT that was never sent; Chrome writes no Origin there. */
export const unsent: Step = {
  url: `${api}/users`,
  method: 'PUT',
  status: 0,
  error: 'net::ERR_FAILED',
  trackingId: trackingId(2),
  timings: { blocked: 41, send: 0, wait: 0, receive: 0 },
};

/** Its preflight, with an answer that gives no leave. */
export const preflight: Step = {
  url: `${api}/users`,
  method: 'OPTIONS',
  type: 'preflight',
  status: 204,
  atMs: 204,
  mimeType: 'text/plain',
  request: {
    origin: portal,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type,trackingid',
  },
};

/** What Harrier's recorder writes beside a failure: the browser's own reason, and what it names. */
export const told = (corsError: string, failedParameter = ''): Pick<Step, 'more'> => ({
  more: { entry: { _corsErrorStatus: { corsError, failedParameter } } },
});

/** Everything that the preflight above asks for, without credentials. */
export const leave = {
  'access-control-allow-origin': portal,
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': 'Content-Type, TrackingID',
};

/** A capture of a page whose GET was withheld although it was answered so. */
export const answeredWith = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}) =>
  harOf([page, { ...withheld, response, ...more }]);

/** A capture of a page whose PUT was not sent because its preflight was answered so. */
export const preflightWith = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}) =>
  harOf([page, unsent, { ...preflight, response, ...more }]);

/** The same answers where everything worked. */
export const worked = harOf([
  page,
  {
    url: `${api}/users`,
    body: [],
    request: { origin: portal },
    response: { 'access-control-allow-origin': '*' },
  },
  { url: `${api}/users`, method: 'PUT', body: { ok: true }, request: { origin: portal }, response: leave },
  { ...preflight, atMs: 303, response: leave },
]);
