import type { FindingName } from '../../scenario/finding-names.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Truth } from '../../scenario/truth.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { corsVisit, letIn } from './family.ts';

const RECORDING = 'recordings.example.test/v1/recordings/r-9';

/** A page whose calls come from an origin that nobody expects, or end at one. */
export const otherOrigins: readonly Scenario[] = [
  corsVisit({
    name: 'origin-lost-on-the-way',
    title: 'Recordings fail since they moved to a storage host.',
    sites: () => [
      application({ script: `await client.get('https://${RECORDING}');` }),
      host({
        host: 'recordings.example.test',
        routes: {
          '/v1/recordings/r-9': {
            status: 302,
            fields: { ...letIn, location: 'https://storage.example.net/bucket/r-9.json' },
          },
        },
      }),
      host({
        host: 'storage.example.net',
        // The browser says `Origin: null` here: the page did not choose this host itself.
        routes: { '/bucket/r-9.json': { fields: letIn, json: { id: 'r-9', seconds: 42 } } },
      }),
    ],
    truth: truthOf(
      'cors/allow-origin-mismatch',
      'storage.example.net/bucket/r-9.json',
      'AllowOriginMismatch',
    ),
  }),
  corsVisit({
    name: 'redirect-answer-not-let-in',
    title: 'Recordings fail since their old address points to the new one.',
    sites: () => [
      application({ script: `await client.get('https://${RECORDING}');` }),
      host({
        host: 'recordings.example.test',
        routes: {
          '/v1/recordings/r-9': { status: 301, fields: { location: 'https://media.example.test/r-9' } },
        },
      }),
      host({ host: 'media.example.test', routes: { '/r-9': { fields: letIn, json: { id: 'r-9' } } } }),
    ],
    truth: truthOf('cors/missing-allow-origin', RECORDING, 'MissingAllowOriginHeader'),
  }),
  corsVisit({
    name: 'origin-of-a-sandboxed-page',
    title: 'The wall display shows nobody’s presence since pages for displays are sandboxed.',
    url: 'https://portal.example.test/display',
    sites: () => [
      host({
        host: 'portal.example.test',
        routes: {
          '/display': {
            // It takes the page's origin away: calls say `Origin: null`.
            fields: { 'content-security-policy': 'sandbox allow-scripts' },
            html: `<!doctype html><title>Display</title><link rel="icon" href="data:,"><script>
              fetch('https://presence.example.test/v1/people').catch((error) => document.body.append(String(error)))
                .finally(() => { document.documentElement.dataset.lab = 'done'; });
            </script><body>Presence`,
          },
        },
      }),
      host({
        host: 'presence.example.test',
        routes: { '/v1/people': { fields: letIn, json: { people: [] } } },
      }),
    ],
    truth: truthOf('cors/allow-origin-mismatch', 'presence.example.test/v1/people', 'AllowOriginMismatch'),
  }),
  corsVisit({
    name: 'redirect-with-a-password',
    title: 'Recordings fail; their old address points into the storage with a name and password.',
    sites: () => [
      application({ script: `await client.get('https://${RECORDING}');` }),
      host({
        host: 'recordings.example.test',
        routes: {
          '/v1/recordings/r-9': {
            status: 302,
            fields: { ...letIn, location: `https://reader:${'r3ader'.repeat(2)}@storage.example.net/r-9` },
          },
        },
      }),
    ],
    truth: truthOf('cors/redirect-credentials', RECORDING, 'RedirectContainsCredentials'),
  }),
  corsVisit({
    name: 'local-network-not-permitted',
    title: 'The portal does not find the desk phone any more; nobody has allowed it to look around.',
    sites: () => [
      application({
        // Everything here is on loopback; this makes the page one from outside.
        documentFields: { 'content-security-policy': 'treat-as-public-address' },
        script: `await client.get('https://desk-phone.lan.example.test/status');`,
      }),
      host({
        host: 'desk-phone.lan.example.test',
        routes: { '/status': { fields: letIn, json: { hook: 'on' } } },
      }),
    ],
    truth: truthOf(
      'cors/private-network',
      'desk-phone.lan.example.test/status',
      'LocalNetworkAccessPermissionDenied',
    ),
  }),
];

function truthOf(finding: FindingName, url: string, reason: string): Truth {
  return {
    expects: [{ finding, on: [{ url }], reason, root: true }],
    browser: [{ on: { url }, corsError: reason }],
  };
}
