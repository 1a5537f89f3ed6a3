import { expect, it } from 'vitest';
import { readConsole } from './console-message.ts';
import { readIssue } from './issue.ts';

it('keeps what an issue says, the request it names, and no line of a cookie', () => {
  const read = readIssue({
    issue: {
      code: 'CookieIssue',
      details: {
        cookieIssueDetails: {
          cookie: { name: 'session', path: '/', domain: 'portal.example.test' },
          rawCookieLine: `session=${crypto.randomUUID()}`,
          cookieExclusionReasons: ['ExcludeSameSiteLax'],
          request: { requestId: '17.4', url: 'https://portal.example.test/' },
        },
      },
    },
  });
  expect(read?.requestId).toBe('17.4');
  expect(read?.issue).toMatchObject({ code: 'CookieIssue', details: { cookie: { name: 'session' } } });
  expect(JSON.stringify(read)).not.toContain('rawCookieLine');
});

it('leaves remarks on markup', () => {
  expect(readIssue({ issue: { code: 'QuirksModeIssue', details: {} } })).toBeUndefined();
});

it('finds the address that a line of the console is about', () => {
  const read = readConsole('Log.entryAdded', {
    entry: {
      source: 'security',
      level: 'error',
      text: "Refused to execute script from 'https://portal.example.test/phone.js' because its MIME type",
      timestamp: Date.UTC(2026, 10, 21),
      url: 'https://portal.example.test/',
    },
  });
  expect(read?.quotedUrl).toBe('https://portal.example.test/phone.js');
});

it('tells objects by their kind, not by what they hold, and leaves mere talk', () => {
  const call = (type: string) =>
    readConsole('Runtime.consoleAPICalled', {
      type,
      args: [
        { type: 'string', value: 'failed:' },
        { type: 'object', description: 'Object', preview: { properties: [{ name: 'pin', value: '4711' }] } },
      ],
      timestamp: Date.UTC(2026, 10, 21),
    });
  expect(call('error')?.message.text).toBe('failed: Object');
  expect(call('log')).toBeUndefined();
});
