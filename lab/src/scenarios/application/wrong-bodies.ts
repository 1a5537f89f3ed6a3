import type { Scenario } from '../../scenario/scenario.ts';
import { body, html, json, nothing, redirect } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { application } from './family.ts';

/** A list that the page cannot read. */
const reading = (path: string) => `const answer = await http.get('${path}');
  show(answer.json() === undefined ? 'Unexpected token' : 'read');`;

/** Bodies that are not what was asked for, with a status of 200. */
export const wrongBodies: readonly Scenario[] = [
  application({
    name: 'application-page-for-json',
    title: 'Devices: "Unexpected token <".',
    script: reading('/api/v3/devices'),
    // The web server sends the application for each path that it does not know.
    routes: () => ({
      '/api/v3/*': html(
        '<!doctype html><html lang="en"><head><title>Directory</title></head><body><main></main></body></html>',
      ),
    }),
    truth: fault('fail/html-for-json', '/api/v3/devices', { allows: ['lint/content-type-mismatch'] }),
  }),
  application({
    name: 'login-page-for-json',
    title: 'After lunch the list of calls stays empty.',
    script: reading('/api/calls'),
    routes: () => ({
      '/api/calls': redirect('/sign-in?next=%2Fapi%2Fcalls'),
      '/sign-in': html(
        '<!doctype html><html lang="en"><title>Sign in</title><form method="post" action="/sign-in"><label>Email <input name="user"></label><label>Password <input type="password" name="secret"></label><button>Sign in</button></form></html>',
      ),
    }),
    truth: {
      expects: [
        { finding: 'auth/redirect-to-login', on: [{ url: '/api/calls' }], root: true },
        { finding: 'fail/html-for-json', on: [{ url: '/sign-in' }] },
      ],
      allows: ['slow/redirects'],
    },
  }),
  application({
    name: 'maintenance-page-for-json',
    title: 'Nothing loads on Sunday morning.',
    script: reading('/api/reports'),
    routes: () => ({
      '/api/reports': html(
        '<!doctype html><html lang="en"><title>Down for maintenance</title><h1>We will be back at 10:00</h1></html>',
      ),
    }),
    truth: fault('fail/html-for-json', '/api/reports'),
  }),
  application({
    name: 'warning-before-json',
    title: 'The price list is empty since the update.',
    script: reading('/api/prices.php'),
    routes: () => ({
      '/api/prices.php': body(
        'application/json',
        '<br />\n<b>Warning</b>:  Undefined array key "currency" in <b>/srv/prices.php</b> on line <b>41</b><br />\n{"prices":[12,18]}',
      ),
    }),
    truth: fault('fail/broken-json', '/api/prices.php', { allows: ['fail/html-for-json'] }),
  }),
  application({
    name: 'not-a-number-in-json',
    title: 'The statistics page stays grey.',
    script: reading('/api/statistics'),
    routes: () => ({ '/api/statistics': body('application/json', '{"calls":0,"answered":0,"rate":NaN}') }),
    truth: fault('fail/broken-json', '/api/statistics'),
  }),
  application({
    name: 'json-cut-by-writer',
    title: 'A long list never appears, a short one does.',
    script: reading('/api/history'),
    // The length is the one of what was sent: nothing on the way cut it.
    routes: () => ({
      '/api/history': body(
        'application/json',
        `{"items":[${'{"from":"+15550100","seconds":31},'.repeat(40)}{"from":"+155`,
      ),
    }),
    truth: fault('fail/broken-json', '/api/history', {
      allows: ['fail/truncated-body', 'capture/truncated'],
    }),
  }),
  application({
    name: 'empty-json',
    title: 'The page of a location says "Unexpected end of input".',
    script: reading('/api/locations/l-4'),
    routes: () => ({
      '/api/locations/l-4': nothing(200, {
        fields: { 'content-type': 'application/json', 'content-length': '0' },
      }),
      '/api/locations': json({ items: [] }),
    }),
    truth: fault('fail/broken-json', '/api/locations/l-4', { allows: ['capture/no-content'] }),
  }),
];
