import { createHash } from 'node:crypto';
import type { Scenario } from '../../scenario/scenario.ts';
import { application } from '../application.ts';
import { host } from '../host.ts';
import { blocked, blockedVisit, PUT } from './family.ts';

const csp = (policy: string) => ({ documentFields: { 'content-security-policy': policy } });

/** Of the script that was there before. Spec: W3C Subresource Integrity. */
const INTEGRITY = `sha384-${createHash('sha384').update('globalThis.charts = { version: 1 };').digest('base64')}`;

/** What the page's own policies forbid. */
export const policies: readonly Scenario[] = [
  blockedVisit({
    name: 'csp-call-unseen',
    title: 'Weather is missing since the policy was made strict; no capture can show it.',
    sites: () => [
      application({
        ...csp("default-src 'self'; img-src data:"),
        script: `await client.get('https://weather.example.net/v2/now');`,
      }),
    ],
    truth: {
      // The call has no entry: only the browser's Issues know of it. Whoever claims an error here has guessed.
      healthy: true,
      expects: [],
      allows: ['block/content-security-policy', 'capture/no-error'],
      browser: [{ on: { url: '/' }, issue: 'ContentSecurityPolicyIssue' }],
    },
  }),
  blocked({
    name: 'csp-call-reported',
    title: 'Weather is missing from the start page; somebody collects reports.',
    application: {
      ...csp("default-src 'self'; img-src data:; report-uri /csp-reports"),
      script: `await client.get('https://weather.example.net/v2/now');`,
      routes: { 'POST /csp-reports': { status: 204 } },
    },
    on: { method: 'POST', url: '/csp-reports' },
    finding: 'block/content-security-policy',
    said: { issue: 'ContentSecurityPolicyIssue' },
  }),
  blocked({
    name: 'csp-script',
    title: 'The map is missing: its script is not on the list.',
    application: {
      ...csp("script-src 'self'"),
      script: `${PUT}\nawait put('script', { src: 'https://maps.example.net/map.js' });`,
    },
    on: { url: 'maps.example.net/map.js' },
    finding: 'block/content-security-policy',
    reason: 'csp',
    said: { blockedReason: 'csp' },
  }),
  blocked({
    name: 'csp-redirect',
    title: 'Pictures of people are missing since they are redirected to a store.',
    application: {
      ...csp("default-src 'self' pictures.example.test"),
      script: `${PUT}\nawait put('img', { src: 'https://pictures.example.test/p/17.png' });`,
    },
    sites: () => [
      host({
        host: 'pictures.example.test',
        routes: { '/p/17.png': { status: 302, fields: { location: 'https://store.example.net/17.png' } } },
      }),
    ],
    on: { url: 'store.example.net/17.png' },
    // DevTools has no entry of its own for the hop that was not taken.
    also: [{ url: 'pictures.example.test/p/17.png' }],
    hiddenIn: ['fiddler'],
    finding: 'block/content-security-policy',
    reason: 'csp',
    said: { blockedReason: 'csp' },
  }),
  blocked({
    name: 'mixed-content',
    title: 'The old phone book does not load in the new portal.',
    application: { script: `await client.get('http://phonebook.example.test/entries');` },
    sites: () => [{ host: 'phonebook.example.test', scheme: 'http' }],
    on: { url: 'phonebook.example.test/entries' },
    finding: 'block/mixed-content',
    reason: 'mixed-content',
    said: { blockedReason: 'mixed-content' },
  }),
  blocked({
    name: 'integrity',
    title: 'The charts are missing since their script was updated.',
    application: {
      body: `<script src="/vendor/charts.js" integrity="${INTEGRITY}" crossorigin></script>`,
      script: `await client.get('/api/chart-data');`,
      routes: {
        '/vendor/charts.js': { script: 'globalThis.charts = { version: 2 };' },
        '/api/chart-data': { json: { series: [4, 8, 15] } },
      },
    },
    on: { url: '/vendor/charts.js' },
    finding: 'block/integrity',
    said: {},
  }),
];
