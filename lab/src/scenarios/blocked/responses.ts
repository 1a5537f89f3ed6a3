import type { Scenario } from '../../scenario/scenario.ts';
import { host } from '../host.ts';
import { blocked, PUT } from './family.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const picture = { bytes: PNG, type: 'image/png' };
const SHOW = `${PUT}\nawait put('img', { src: 'https://pictures.example.com/p/17.png' });`;
const on = { url: 'pictures.example.com/p/17.png' };

/** Responses that their own fields keep from the page. */
export const responses: readonly Scenario[] = [
  blocked({
    name: 'resource-policy-same-origin',
    title: 'Pictures of people are missing since the store was hardened.',
    application: { script: SHOW },
    sites: () => [
      host({
        host: 'pictures.example.com',
        routes: {
          '/p/17.png': { ...picture, fields: { 'cross-origin-resource-policy': 'same-origin' } },
        },
      }),
    ],
    on,
    finding: 'block/response-policy',
    reason: 'corp-not-same-origin',
    said: {
      blockedReason: 'corp-not-same-origin',
      errorText: 'net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin',
    },
  }),
  blocked({
    name: 'resource-policy-same-site',
    title: 'Pictures of people load in the company’s other pages only.',
    application: { script: SHOW },
    sites: () => [
      host({
        host: 'pictures.example.com',
        routes: { '/p/17.png': { ...picture, fields: { 'cross-origin-resource-policy': 'same-site' } } },
      }),
    ],
    on,
    finding: 'block/response-policy',
    reason: 'corp-not-same-site',
    said: { blockedReason: 'corp-not-same-site' },
  }),
  blocked({
    name: 'embedder-policy',
    title: 'Pictures of people are missing since the page isolates itself.',
    application: {
      documentFields: { 'cross-origin-embedder-policy': 'require-corp' },
      script: SHOW,
    },
    sites: () => [host({ host: 'pictures.example.com', routes: { '/p/17.png': picture } })],
    on,
    finding: 'block/response-policy',
    reason: 'corp-not-same-origin-after-defaulted-to-same-origin-by-coep',
    said: { blockedReason: 'corp-not-same-origin-after-defaulted-to-same-origin-by-coep' },
  }),
  blocked({
    name: 'opaque-response',
    title: 'A picture never shows; its address answers with JSON.',
    application: { script: SHOW },
    sites: () => [
      host({
        host: 'pictures.example.com',
        routes: {
          '/p/17.png': { json: { error: 'signed out' }, fields: { 'x-content-type-options': 'nosniff' } },
        },
      }),
    ],
    on,
    finding: 'block/response-policy',
    reason: 'net::ERR_BLOCKED_BY_ORB',
    said: { errorText: 'net::ERR_BLOCKED_BY_ORB' },
  }),
  blocked({
    name: 'frame-refused',
    title: 'The reports do not show inside the portal any more.',
    application: {
      script: `await new Promise((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src: 'https://reports.example.test/board', onload: resolve });
        document.body.append(frame);
      });`,
    },
    sites: () => [
      host({
        host: 'reports.example.test',
        routes: { '/board': { html: '<title>Board</title>', fields: { 'x-frame-options': 'DENY' } } },
      }),
    ],
    on: { url: 'reports.example.test/board' },
    finding: 'block/response-policy',
    reason: 'net::ERR_BLOCKED_BY_RESPONSE',
    said: { errorText: 'net::ERR_BLOCKED_BY_RESPONSE' },
  }),
  blocked({
    name: 'nosniff-script',
    title: 'The telephone widget is missing since the update.',
    application: {
      script: `${PUT}\nawait put('script', { src: '/widgets/phone.js' });`,
      routes: {
        '/widgets/phone.js': {
          html: '<!doctype html><title>Directory</title>',
          fields: { 'x-content-type-options': 'nosniff' },
        },
      },
    },
    on: { url: '/widgets/phone.js' },
    finding: 'block/nosniff',
    said: {},
    allows: ['version/chunk-missing', 'lint/content-type-mismatch'],
  }),
  blocked({
    name: 'nosniff-style',
    title: 'The page has no style since the move to the new storage.',
    application: {
      script: `${PUT}\nawait put('link', { rel: 'stylesheet', href: '/assets/site.css' });`,
      routes: {
        '/assets/site.css': {
          text: 'body { font-family: sans-serif; }',
          fields: { 'x-content-type-options': 'nosniff' },
        },
      },
    },
    on: { url: '/assets/site.css' },
    finding: 'block/nosniff',
    said: {},
    // It writes neither the answer nor a word of why.
    hiddenIn: ['playwright', 'playwright-zip'],
    allows: ['lint/content-type-mismatch'],
  }),
];
