import type { ChromeHar } from '../chrome/chrome-har.ts';
import { calledBy, type Portal, preflightOf, record, type Step } from './portal-recording.ts';

/** Everybody and everything here is invented. */
const portal: Portal = {
  origin: 'https://admin.example.test',
  title: 'https://admin.example.test/users',
  startEpochMs: Date.UTC(2025, 8, 17, 9, 41, 7, 310),
};
const cpapi = 'https://cpapi-r.example.test/api/v1';
const settings = 'https://settings-service-r.example.test/settings-service/api/v1';
const batch = 'https://admin-batch-service-r.example.test/api/v1';
const organisation = { id: '5b0d2c1e-7a34-4f6b-9c2d-1e8f3a6b7c90', displayName: 'Harbour & Pine Logistics' };
const person = {
  id: 'c4a8e2f0-19d7-4b53-8e6a-70f1d5b92c3e',
  displayName: 'Amara Okafor',
  email: 'amara.okafor@example.com',
};
const location = { id: '8f3d6a92-4c1b-4e07-b5d8-23a9c0e71f64', name: 'Rialto Depot' };
const session = '9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31';

/** What the services' logs of the story are about. */
export const loggedStory = {
  session,
  organisation: organisation.id,
  person: person.id,
  location: location.id,
} as const;

const trackingId = (request: number) => `ATLAS_${session}_${request}`;
const json = 'application/json;charset=UTF-8';
const recordingUrl = `${cpapi}/customers/${organisation.id}/users/${person.id}/features/callrecording`;
const numbersUrl = `${cpapi}/customers/${organisation.id}/locations/${location.id}/numbers?start=0&max=50&order=phoneNumber`;

const recordingSettings = {
  enabled: false,
  record: 'ALWAYS',
  recordVoicemailEnabled: false,
  startStopAnnouncement: { internalCallsEnabled: false, pstnCallsEnabled: false },
  serviceProvider: 'Parrotbox',
  externalGroup: null,
  externalIdentifier: null,
};

const jsonCall = { type: 'xhr', mimeType: json } as const;
const switchOnRecording: Step = {
  ...jsonCall,
  // The person read the page and clicked.
  atMs: 23_241,
  method: 'PATCH',
  url: recordingUrl,
  trackingId: trackingId(4),
  initiator: calledBy(portal.origin, 'request @ 48213', 'saveCallRecording @ 512077', 'onToggle @ 511840'),
  sent: { ...recordingSettings, enabled: true },
  status: 502,
  body: {
    message: '400: Invalid Product: Creating dub point failed in Parrotbox.',
    trackingId: trackingId(4),
  },
  phases: { queueing: 1.2, stalled: 0.9, send: 0.3, wait: 1843.7, receive: 0.8 },
  upstreamMs: 1812,
};
const firstApiCall: Step = {
  ...jsonCall,
  atMs: 1310,
  url: `${cpapi}/customers/${organisation.id}`,
  trackingId: trackingId(0),
  initiator: calledBy(portal.origin, 'request @ 48213', 'loadOrganisation @ 301155'),
  body: { ...organisation, countryCode: 'GB', timeZone: 'Europe/London', locationCount: 14 },
  phases: { queueing: 1.4, stalled: 3.1, send: 0.2, wait: 87.5, receive: 1.1 },
  upstreamMs: 71,
};

const openThePortal: readonly Step[] = [
  {
    atMs: 0,
    url: `${portal.origin}/users`,
    type: 'document',
    initiator: { type: 'other' },
    mimeType: 'text/html; charset=utf-8',
    body:
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <title>Administration</title>\n' +
      '  <link rel="stylesheet" href="/assets/theme.2c90bb41.css">\n</head>\n<body>\n  <app-root></app-root>\n' +
      '  <script src="/assets/zone.51c0de77.js"></script>\n  <script src="/assets/vendor.8b11e07a.js"></script>\n' +
      '  <script src="/assets/main.4f2a9c1d.js"></script>\n</body>\n</html>\n',
    phases: {
      queueing: 2.1,
      stalled: 1.7,
      dns: 18.4,
      connect: 46.2,
      ssl: 27.9,
      send: 0.3,
      wait: 64.8,
      receive: 1.9,
    },
  },
  {
    atMs: 141,
    url: `${portal.origin}/assets/theme.2c90bb41.css`,
    type: 'stylesheet',
    initiator: { type: 'parser', url: `${portal.origin}/users`, lineNumber: 4 },
    mimeType: 'text/css; charset=utf-8',
    body: ':root{--accent:#0a5bd3}\nbody{margin:0;font:14px/1.4 sans-serif}\n.banner-error{background:#fdecec;color:#8c1d18}\n',
    phases: { queueing: 0.8, stalled: 0.4, send: 0.2, wait: 22.6, receive: 3.3 },
  },
  {
    atMs: 141,
    url: `${portal.origin}/assets/zone.51c0de77.js`,
    type: 'script',
    initiator: { type: 'parser', url: `${portal.origin}/users`, lineNumber: 8 },
    mimeType: 'application/javascript',
    sizeBytes: 41_872,
    fromCache: 'memory',
    phases: {},
  },
  {
    atMs: 142,
    url: `${portal.origin}/assets/vendor.8b11e07a.js`,
    type: 'script',
    initiator: { type: 'parser', url: `${portal.origin}/users`, lineNumber: 9 },
    mimeType: 'application/javascript',
    sizeBytes: 982_114,
    fromCache: 'disk',
    phases: { queueing: 1.1, receive: 6.2 },
  },
  {
    atMs: 142,
    url: `${portal.origin}/assets/main.4f2a9c1d.js`,
    type: 'script',
    initiator: { type: 'parser', url: `${portal.origin}/users`, lineNumber: 10 },
    mimeType: 'application/javascript',
    body: '"use strict";(self.webpackChunkadmin=self.webpackChunkadmin||[]).push([[179],{4021:(e,t,n)=>{n.d(t,{q:()=>o});const o=e=>e.enabled?"on":"off"}}]);\n',
    phases: { queueing: 1.3, stalled: 0.5, send: 0.2, wait: 31.7, receive: 88.4 },
  },
  preflightOf(portal, firstApiCall, 1218, { dns: 12.6, connect: 41.3, ssl: 23.8 }),
  firstApiCall,
  {
    ...jsonCall,
    atMs: 1442,
    url: `${cpapi}/customers/${organisation.id}/users/${person.id}`,
    trackingId: trackingId(1),
    initiator: calledBy(portal.origin, 'request @ 48213', 'loadUser @ 318204'),
    body: {
      id: person.id,
      displayName: person.displayName,
      emails: [{ value: person.email, primary: true }],
      phoneNumber: '+1 555 0142',
      extension: '4412',
      location,
    },
    phases: { queueing: 0.9, stalled: 0.7, send: 0.2, wait: 96.2, receive: 0.9 },
    upstreamMs: 79,
  },
  {
    atMs: 1490,
    url: `${portal.origin}/assets/logo.png`,
    type: 'image',
    initiator: { type: 'parser', url: `${portal.origin}/assets/theme.2c90bb41.css` },
    mimeType: 'image/png',
    // One transparent pixel.
    body: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    encoding: 'base64',
    phases: { queueing: 0.6, stalled: 0.4, send: 0.1, wait: 17.2, receive: 0.5 },
  },
  {
    atMs: 1905,
    method: 'POST',
    url: 'https://telemetry.example.test/v1/beacon',
    type: 'ping',
    initiator: { type: 'script', stack: { callFrames: [] } },
    sent: { page: 'users', loadMs: 1761 },
    status: 204,
    mimeType: 'x-unknown',
    phases: {
      queueing: 3.4,
      stalled: 1.2,
      dns: 21.3,
      connect: 52.6,
      ssl: 30.1,
      send: 0.2,
      wait: 38.9,
      receive: 0.2,
    },
  },
];

const enableRecording: readonly Step[] = [
  {
    ...jsonCall,
    atMs: 19_012,
    url: `${settings}/templates/configure/users/${person.id}?includeAllOrgTemplates=true`,
    trackingId: trackingId(2),
    initiator: calledBy(portal.origin, 'request @ 48213', 'loadTemplates @ 402918'),
    body: {
      orgTemplates: [
        {
          orgId: organisation.id,
          templateKey: 'calling-template',
          name: 'Calling',
          rank: 1,
          settings: [],
          aggregationLevel: 'ORG',
        },
      ],
    },
    phases: {
      queueing: 1.1,
      stalled: 2.2,
      dns: 14.9,
      connect: 39.8,
      ssl: 22.5,
      send: 0.2,
      wait: 71.3,
      receive: 0.8,
    },
    upstreamMs: 52,
  },
  {
    ...jsonCall,
    atMs: 19_013,
    url: recordingUrl,
    trackingId: trackingId(3),
    initiator: calledBy(portal.origin, 'request @ 48213', 'loadCallRecording @ 510442'),
    body: recordingSettings,
    phases: { queueing: 1.0, stalled: 0.8, send: 0.2, wait: 143.6, receive: 0.7 },
    upstreamMs: 126,
  },
  preflightOf(portal, switchOnRecording, 23_215),
  switchOnRecording,
  {
    atMs: 25_104,
    url: `${portal.origin}/assets/icon-error.svg`,
    type: 'image',
    initiator: { type: 'parser', url: `${portal.origin}/assets/theme.2c90bb41.css` },
    mimeType: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></svg>',
    phases: { queueing: 0.5, stalled: 0.3, send: 0.1, wait: 15.8, receive: 0.4 },
  },
];

const lookAround: readonly Step[] = [
  {
    ...jsonCall,
    atMs: 41_377,
    url: `${cpapi}/customers/${organisation.id}/locations?max=50`,
    trackingId: trackingId(5),
    initiator: calledBy(portal.origin, 'request @ 48213', 'loadLocations @ 350017'),
    body: { locations: [location, { id: '0e9b7d34-65fa-4c82-a1d3-9f48b2c6e750', name: 'Łódź Office' }] },
    phases: { queueing: 0.9, stalled: 0.6, send: 0.2, wait: 118.4, receive: 1.0 },
    upstreamMs: 101,
  },
  {
    ...jsonCall,
    atMs: 44_902,
    url: numbersUrl,
    trackingId: trackingId(6),
    initiator: calledBy(portal.origin, 'request @ 48213', 'loadNumbers @ 366120', 'ngOnInit @ 365904'),
    body: {
      phoneNumbers: ['0110', '0117', '0142', '0163'].map((line, position) => ({
        phoneNumber: `+1 555 ${line}`,
        extension: String(4400 + position * 6),
        state: 'ACTIVE',
        mainNumber: position === 0,
        location,
        ...(line === '0142'
          ? { owner: { id: person.id, type: 'PEOPLE', displayName: person.displayName } }
          : {}),
      })),
    },
    phases: { queueing: 1.3, stalled: 0.9, send: 0.3, wait: 6012.4, receive: 2.6 },
    upstreamMs: 5987,
  },
  {
    ...jsonCall,
    // 78 seconds after the change: the portal asks how its jobs are getting on.
    atMs: 101_689,
    url: `${batch}/customers/${organisation.id}/jobs`,
    // Request 7 is missing: the person had the network log paused.
    trackingId: trackingId(8),
    initiator: calledBy(portal.origin, 'request @ 48213', 'pollJobs @ 288431'),
    body: { jobs: [], paging: { start: 0, count: 0 } },
    phases: {
      queueing: 1.2,
      stalled: 1.9,
      dns: 13.2,
      connect: 40.4,
      ssl: 22.7,
      send: 0.2,
      wait: 64.1,
      receive: 0.6,
    },
    upstreamMs: 44,
  },
];

/**
 * An administrator switches call recording on and is told that it failed; before that the page loads, after
 * it a location's numbers take six seconds. Sanitized as Chrome does it, 18 requests.
 */
export function callRecording(): ChromeHar {
  return record(portal, { content: 1102.4, load: 1761.2 }, [
    ...openThePortal,
    ...enableRecording,
    ...lookAround,
  ]);
}
