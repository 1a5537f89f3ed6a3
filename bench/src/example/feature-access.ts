import type { ChromeHar } from '../chrome/chrome-har.ts';
import { calledBy, type Portal, preflightOf, record, type Step } from './portal-recording.ts';

/** One person who opens the user portal; two of them make a comparison. Everybody is invented. */
interface Visitor {
  readonly startEpochMs: number;
  readonly userId: string;
  readonly displayName: string;
  /** Every request of this portal has a session of its own in its tracking id. */
  readonly sessions: readonly [string, string, string, string];
  readonly singleNumberReach: 'FULL_ACCESS' | 'NO_ACCESS';
}

const organisationId = '5b0d2c1e-7a34-4f6b-9c2d-1e8f3a6b7c90';
const templateKey = 'calling-end-user-feature-access-template';

/** The person who does not see single number reach. */
const without: Visitor = {
  startEpochMs: Date.UTC(2025, 8, 17, 13, 2, 51, 870),
  userId: '71f0c9a4-8d2e-4b36-a5f7-0c93e1d8b642',
  displayName: 'Mateo Ibáñez',
  sessions: [
    '2d84f6b1-0c37-4e9a-8f52-b61a7c3d90e5',
    'e91c07a3-64bd-4f18-9d20-3a75c8f1b2d6',
    '48b3d5f0-a9e2-4c61-b704-95d1e6a80c3f',
    'b07e92c8-3f1d-4a54-8c69-e2f4a1d7085b',
  ],
  singleNumberReach: 'NO_ACCESS',
};

/** A colleague of another template, who does. */
const withIt: Visitor = {
  startEpochMs: Date.UTC(2025, 8, 17, 13, 24, 18, 95),
  userId: '3ac5e817-f20b-4d69-9e84-6b1d07f5c29a',
  displayName: 'Olga Petrova',
  sessions: [
    '90d1b7e4-5a2c-4f83-a6e0-1c8f3d94b257',
    '6e2fa05c-d817-4b39-87c4-f50a9e6b13d2',
    'c37a8d16-02e9-4c5f-9b71-84d6f2e0a5b8',
    '15f9e4c2-b683-4d07-ae95-70c1b8d3f26e',
  ],
  singleNumberReach: 'FULL_ACCESS',
};

function visit(visitor: Visitor): ChromeHar {
  const portal: Portal = {
    origin: 'https://user.example.test',
    title: 'https://user.example.test/settings/calling',
    startEpochMs: visitor.startEpochMs,
  };
  const cpapi = 'https://cpapi-a.example.test/api/v1/users/me';
  const settings =
    'https://settings-service-a.example.test/settings-service/api/v1/templates/configure/users';
  const [me, services, schedules, template] = visitor.sessions.map((session) => `UserHub_${session}`);
  const call = {
    type: 'xhr',
    mimeType: 'application/json;charset=UTF-8',
    initiator: calledBy(portal.origin, 'request @ 20117', 'loadCallingSettings @ 90455'),
  } as const;
  const whoAmI: Step = {
    ...call,
    atMs: 1410,
    url: cpapi,
    trackingId: me!,
    body: {
      id: visitor.userId,
      displayName: visitor.displayName,
      organizationId: organisationId,
      roles: ['USER'],
    },
    phases: { queueing: 1.0, stalled: 1.4, send: 0.2, wait: 58.3, receive: 0.6 },
    upstreamMs: 41,
  };
  return record(portal, { content: 640.8, load: 1320.5 }, [
    {
      atMs: 0,
      url: `${portal.origin}/settings/calling`,
      type: 'document',
      initiator: { type: 'other' },
      mimeType: 'text/html; charset=utf-8',
      body: '<!DOCTYPE html>\n<html lang="en"><head><title>Settings</title></head><body><user-root></user-root><script src="/assets/main.4f2a9c1d.js"></script></body></html>\n',
      phases: {
        queueing: 1.9,
        stalled: 1.1,
        dns: 16.0,
        connect: 44.7,
        ssl: 26.3,
        send: 0.2,
        wait: 49.6,
        receive: 1.2,
      },
    },
    {
      atMs: 118,
      url: `${portal.origin}/assets/main.4f2a9c1d.js`,
      type: 'script',
      initiator: { type: 'parser', url: `${portal.origin}/settings/calling`, lineNumber: 1 },
      mimeType: 'application/javascript',
      sizeBytes: 402_118,
      fromCache: 'disk',
      phases: { queueing: 0.9, receive: 4.1 },
    },
    preflightOf(portal, whoAmI, 1326, { dns: 11.8, connect: 38.2, ssl: 21.6 }),
    whoAmI,
    {
      ...call,
      atMs: 1411,
      url: `${cpapi}/settings/services`,
      trackingId: services!,
      body: {
        services: [
          { name: 'calling', enabled: true, license: 'PROFESSIONAL' },
          { name: 'voicemail', enabled: true },
          { name: 'singleNumberReach', enabled: true },
        ],
      },
      phases: { queueing: 1.1, stalled: 1.2, send: 0.2, wait: 74.9, receive: 0.7 },
      upstreamMs: 55,
    },
    {
      ...call,
      atMs: 1411,
      url: `${cpapi}/schedules`,
      trackingId: schedules!,
      body: { schedules: [] },
      phases: { queueing: 1.1, stalled: 1.3, send: 0.2, wait: 66.0, receive: 0.5 },
      upstreamMs: 49,
    },
    {
      ...call,
      atMs: 1412,
      url: `${settings}/${visitor.userId}?templateKey=${templateKey}`,
      trackingId: template!,
      body: { orgTemplates: [orgTemplate(visitor.singleNumberReach)] },
      phases: {
        queueing: 1.2,
        stalled: 1.5,
        dns: 12.4,
        connect: 37.7,
        ssl: 21.0,
        send: 0.2,
        wait: 52.8,
        receive: 0.9,
      },
      upstreamMs: 37,
    },
  ]);
}

function orgTemplate(singleNumberReach: Visitor['singleNumberReach']): unknown {
  const creator = 'd5c20f7b-91e4-4a38-b6d0-4f8e13a7c952';
  const changed = '2025-04-02T08:15:40.112Z';
  return {
    orgId: organisationId,
    templateKey,
    settings: [
      {
        key: 'calling-end-user-feature-access',
        value: {
          bargeIn: 'FULL_ACCESS',
          callForwarding: 'FULL_ACCESS',
          callNotify: 'NO_ACCESS',
          callWaiting: 'FULL_ACCESS',
          doNotDisturb: 'FULL_ACCESS',
          hoteling: 'FULL_ACCESS',
          sequentialRing: 'NO_ACCESS',
          simultaneousRing: 'FULL_ACCESS',
          singleNumberReach,
          voicemail: 'FULL_ACCESS',
          voicemailFaxMessaging: 'NO_ACCESS',
        },
      },
    ],
    name: singleNumberReach === 'NO_ACCESS' ? 'Shop floor' : 'Office',
    description: 'What people may change of their calling',
    rank: 1,
    orgTemplateId:
      singleNumberReach === 'NO_ACCESS'
        ? '8a16e3d9-c475-4b02-9f68-d30b5e7a1c84'
        : 'f4d70b28-1e96-4c5a-83b1-a92c6e0f57d3',
    created: changed,
    creator,
    lastModified: changed,
    lastModifiedBy: creator,
    aggregationLevel: 'ORG',
    aggregationId: organisationId,
  };
}

/** Single number reach is switched on for this user, who does not see it: the organisation's template hides it. */
export function featureNotAvailable(): ChromeHar {
  return visit(without);
}

/** The same page of a colleague who does see it, to compare with. */
export function featureAvailable(): ChromeHar {
  return visit(withIt);
}
