import { describe, expect, it } from 'vitest';
import { tabs } from './arguments/option-table.ts';
import { hostileHar, hostileText } from './testing/hostile-har.ts';
import { runCli } from './testing/run-cli.ts';

/** What a terminal could obey or be deceived by; line feeds are ours. */
const obeyed = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

const bodyTabs = ['payload', 'preview', 'response'];

const commands = [
  ['triage', '-'],
  ['triage', '-', '--json'],
  ['table', '-'],
  ['table', '-', '--json'],
  ['table', '-', '--csv'],
  ...[[], ...tabs.map((tab) => ['--tab', tab])].flatMap((tab) => [
    ['show', '-', '0', ...tab],
    ['show', '-', '0', '--unmasked', ...tab],
    ['show', '-', '0', '--json', ...tab],
  ]),
];

describe('a capture made to deceive', () => {
  it.each(commands.map((argv) => ({ argv, title: argv.join(' ') })))(
    'is harmless in harrier $title',
    async ({ argv }) => {
      for (const world of [{}, { columns: 80 }, { columns: 160 }]) {
        const { code, out, err } = await runCli(argv, { stdin: hostileHar(), ...world });
        expect(code).toBe(0);
        expect((out + err).replaceAll('\r\n', '\n')).not.toMatch(obeyed);
        // A body has lines of its own; nothing else may begin one.
        if (!argv.some((word) => bodyTabs.includes(word))) expect(out).not.toMatch(/^forged line/m);
      }
    },
  );

  it('means the same in JSON, escapes or not', async () => {
    const { out } = await runCli(['table', '-', '--json'], { stdin: hostileHar() });
    expect(JSON.parse(out)[0].url).toBe(`https://example.com/${hostileText}?token=${hostileText}`);
  });
});

describe('credentials', () => {
  /** Put together here, so that no scanner of the repository takes it for a real one. */
  const secret = ['s3cr3t', 'value', '0123456789'].join('-');
  const stdin = JSON.stringify({
    log: {
      version: '1.2',
      entries: [
        {
          startedDateTime: '2025-03-04T10:20:30.000Z',
          time: 1,
          request: {
            method: 'POST',
            url: `https://user:${secret}@example.com/a?access_token=${secret}`,
            headers: [
              { name: 'Authorization', value: `Bearer ${secret}` },
              { name: 'Cookie', value: `sid=${secret}` },
              { name: ':path', value: `/a?access_token=${secret}` },
            ],
            queryString: [{ name: 'access_token', value: secret }],
            postData: { mimeType: 'application/json', text: JSON.stringify({ password: secret }) },
          },
          response: {
            status: 200,
            statusText: 'OK',
            headers: [{ name: 'Set-Cookie', value: `sid=${secret}; Path=/` }],
            content: { size: 1, mimeType: 'application/json', text: JSON.stringify({ id_token: secret }) },
          },
          timings: {},
        },
      ],
    },
  });

  it.each([['preview', '--json'], ['preview'], ['initiator', '--json'], ['initiator']])(
    'stay masked in the messages of a stream, and in what caused a request: %s %s',
    async (...tab) => {
      const url = `https://example.com/app.js?access_token=${secret}`;
      const entry = {
        request: { method: 'GET', url: 'https://example.com/events' },
        response: { status: 200, content: {} },
        _initiator: {
          type: 'parser',
          url,
          stack: { callFrames: [{ functionName: 'listen', url, lineNumber: 1, columnNumber: 1 }] },
        },
        _eventSourceMessages: [{ time: 1, eventName: 'message', eventId: '', data: `Bearer ${secret}` }],
      };
      const { code, out } = await runCli(['show', '-', '0', '--tab', ...tab], {
        stdin: JSON.stringify({ log: { version: '1.2', entries: [entry] } }),
      });
      expect(code).toBe(0);
      expect(out).not.toContain(secret);
      expect(out).toContain(tab[0] === 'preview' ? 'Bearer' : 'app.js');
    },
  );

  it.each([[], ...tabs.map((tab) => ['--tab', tab])])(
    'stay masked in show %s %s, as text and as JSON',
    async (...tab) => {
      for (const format of [[], ['--json']]) {
        const { out } = await runCli(['show', '-', '0', ...tab, ...format], { stdin });
        expect(out).not.toContain(secret);
      }
    },
  );

  it('are shown when that is asked for', async () => {
    for (const tab of ['headers', 'payload', 'response'])
      expect((await runCli(['show', '-', '0', '--unmasked', '--tab', tab], { stdin })).out).toContain(secret);
  });

  it('stay out of what is read aloud: triage and the table', async () => {
    for (const argv of [
      ['triage', '-'],
      ['triage', '-', '--json'],
      ['table', '-'],
    ])
      expect((await runCli(argv, { stdin })).out).not.toContain(secret);
  });
});
