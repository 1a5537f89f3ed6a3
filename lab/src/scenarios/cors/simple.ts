import type { Scenario } from '../../scenario/scenario.ts';
import { ORIGIN, refusal } from './family.ts';

const CONTACTS = { contacts: [{ id: 'c-201', name: 'Avery Lindqvist', extension: '4021' }] };

/** Calls that are sent at once and whose answer the page may not read. */
export const simple: readonly Scenario[] = [
  refusal({
    name: 'allow-origin-missing',
    title: 'Contacts stay empty since their service has a host of its own.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: { json: CONTACTS },
    finding: 'cors/missing-allow-origin',
    reason: 'MissingAllowOriginHeader',
  }),
  refusal({
    name: 'allow-origin-of-another-portal',
    title: 'Contacts load in the old portal but not in the new one.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: {
      fields: { 'access-control-allow-origin': 'https://old-portal.example.test' },
      json: CONTACTS,
    },
    finding: 'cors/allow-origin-mismatch',
    reason: 'AllowOriginMismatch',
  }),
  refusal({
    name: 'allow-origin-with-a-port',
    title: 'Contacts load on the developers’ machines only.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: { fields: { 'access-control-allow-origin': `${ORIGIN}:8443` }, json: CONTACTS },
    finding: 'cors/allow-origin-mismatch',
    reason: 'AllowOriginMismatch',
  }),
  refusal({
    name: 'allow-origin-list',
    title: 'No portal loads contacts since a second one was allowed.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: {
      fields: { 'access-control-allow-origin': `${ORIGIN}, https://admin.example.test` },
      json: CONTACTS,
    },
    finding: 'cors/multiple-allow-origin',
    reason: 'MultipleAllowOriginValues',
  }),
  refusal({
    name: 'allow-origin-from-gateway-and-service',
    title: 'Contacts fail since the gateway answers CORS as well.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: { fields: { 'access-control-allow-origin': [ORIGIN, ORIGIN] }, json: CONTACTS },
    finding: 'cors/multiple-allow-origin',
    reason: 'MultipleAllowOriginValues',
    allows: ['lint/duplicate-header'],
  }),
  refusal({
    name: 'allow-origin-without-scheme',
    title: 'Contacts never load; the administrator has typed the host.',
    api: 'contacts.example.test/v1/contacts',
    script: 'await client.get(URL);',
    answer: { fields: { 'access-control-allow-origin': 'portal.example.test' }, json: CONTACTS },
    finding: 'cors/invalid-allow-origin',
    reason: 'InvalidAllowOriginValue',
  }),
  refusal({
    name: 'wildcard-with-cookies',
    title: 'Contacts load when signed out and fail when signed in.',
    api: 'contacts.example.test/v1/contacts',
    script: `await client.get(URL, { credentials: 'include' });`,
    answer: { fields: { 'access-control-allow-origin': '*' }, json: CONTACTS },
    finding: 'cors/wildcard-with-credentials',
    reason: 'WildcardOriginNotAllowed',
  }),
  refusal({
    name: 'credentials-not-allowed',
    title: 'Voicemail fails as soon as cookies go along.',
    api: 'voicemail.example.test/v1/messages',
    script: `await client.get(URL, { credentials: 'include' });`,
    answer: { fields: { 'access-control-allow-origin': ORIGIN }, json: { messages: [] } },
    finding: 'cors/no-allow-credentials',
    reason: 'InvalidAllowCredentials',
  }),
  refusal({
    name: 'credentials-allowed-in-capitals',
    title: 'Voicemail fails since the configuration says True.',
    api: 'voicemail.example.test/v1/messages',
    script: `await client.get(URL, { credentials: 'include' });`,
    answer: {
      fields: { 'access-control-allow-origin': ORIGIN, 'access-control-allow-credentials': 'True' },
      json: { messages: [] },
    },
    finding: 'cors/no-allow-credentials',
    reason: 'InvalidAllowCredentials',
  }),
];
