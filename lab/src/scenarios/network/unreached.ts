import type { Scenario } from '../../scenario/scenario.ts';
import { withFault } from './family.ts';

/** Requests that reach nobody. */
export const unreached: readonly Scenario[] = [
  withFault({
    name: 'name-does-not-exist',
    title: 'The contact list stays empty: its host was renamed.',
    browser: { unreachable: { 'contacts-old.example.test': 'no-such-name' } },
    script: `await call('https://contacts-old.example.test/v1/contacts');`,
    truth: {
      expects: [
        {
          finding: 'fail/dns',
          on: [{ url: 'contacts-old.example.test/v1/contacts' }],
          reason: 'net::ERR_NAME_NOT_RESOLVED',
          root: true,
        },
      ],
      browser: [
        { on: { url: 'contacts-old.example.test/v1/contacts' }, errorText: 'net::ERR_NAME_NOT_RESOLVED' },
      ],
    },
  }),
  withFault({
    name: 'refused',
    title: 'Presence does not load: nobody listens on its port.',
    browser: { unreachable: { 'presence-down.example.test': 'refused' } },
    script: `await call('https://presence-down.example.test/status');`,
    truth: {
      expects: [
        {
          finding: 'fail/refused',
          on: [{ url: 'presence-down.example.test/status' }],
          reason: 'net::ERR_CONNECTION_REFUSED',
          root: true,
        },
      ],
      browser: [
        { on: { url: 'presence-down.example.test/status' }, errorText: 'net::ERR_CONNECTION_REFUSED' },
      ],
    },
  }),
  withFault({
    name: 'offline',
    title: 'Everything fails at once after the laptop woke up.',
    script: `document.documentElement.dataset.lab = 'loaded';
      await new Promise((resolve) => addEventListener('offline', resolve, { once: true }));
      await Promise.all([call('/api/messages'), call('/api/calls'), call('https://media.example.test/rings')]);`,
    sites: () => [{ host: 'media.example.test', handle: (_, response) => void response.end() }],
    drive: async (tab) => {
      await tab.open('https://portal.example.test/');
      await tab.until('loaded');
      await tab.goOffline(true);
      await tab.until();
      await tab.goOffline(false);
    },
    truth: {
      expects: [
        {
          finding: 'fail/offline',
          on: [{ url: '/api/messages' }, { url: '/api/calls' }, { url: 'media.example.test/rings' }],
          reason: 'net::ERR_INTERNET_DISCONNECTED',
          root: true,
        },
      ],
      browser: [{ on: { url: '/api/calls' }, errorText: 'net::ERR_INTERNET_DISCONNECTED' }],
    },
  }),
  withFault({
    name: 'proxy-demands-credentials',
    title: 'No page opens at the office.',
    browser: { proxy: { demandsCredentials: true } },
    script: '',
    drive: (tab) => tab.open('https://portal.example.test/'),
    truth: {
      expects: [
        {
          finding: 'block/proxy-authentication',
          on: [{ url: 'portal.example.test/' }],
          root: true,
          // Our archive is written from what the browser knew, and that is nothing about the proxy's answer.
          hiddenIn: ['fiddler'],
        },
      ],
      browser: [{ on: { url: 'portal.example.test/' }, errorText: 'net::ERR_INVALID_AUTH_CREDENTIALS' }],
    },
  }),
];
