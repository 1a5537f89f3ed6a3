import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';

const docs = new URL('../../../../../docs/', import.meta.url);
const page = readFileSync(new URL('playbooks.md', docs), 'utf8');
/** The example of the page that tells how to write one. */
const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

let folder = '';
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harrier-playbooks-'));
  mkdirSync(at('books'));
  writeFileSync(at('capture.har'), JSON.stringify(tickets));
});
afterEach(() => rmSync(folder, { recursive: true }));

function answer(method: string, status: number, body: object, startedDateTime: string) {
  return {
    startedDateTime,
    time: 40,
    _resourceType: 'fetch',
    request: {
      method,
      url: 'https://desk.example.com/api/tickets/4711',
      httpVersion: 'HTTP/2',
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/2',
      headers: [{ name: 'content-type', value: 'application/json' }],
      cookies: [],
      content: { size: 10, mimeType: 'application/json', text: JSON.stringify(body) },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 1, wait: 30, receive: 9 },
  };
}

const tickets = {
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    entries: [
      answer(
        'PATCH',
        409,
        { message: 'Ticket is locked by another agent', lockedBy: 'Kim Example' },
        '2026-01-15T09:30:00.000Z',
      ),
      answer(
        'POST',
        200,
        {
          warnings: [
            { code: 'IGNORED_FIELD', field: 'prio' },
            { code: 'IGNORED_FIELD', field: 'x-size' },
          ],
        },
        '2026-01-15T09:30:01.000Z',
      ),
    ],
  },
};

it('tells findings as the example of docs/playbooks.md says', async () => {
  writeFileSync(at('books/helpdesk.json'), example);
  const { code, out } = await runCli(['triage', '--json', '--playbooks', at('books'), at('capture.har')]);
  expect(code).toBe(0);
  const findings = JSON.parse(out).findings as {
    ruleId: string;
    verdict: string;
    nextStep: string;
    playbook?: { id: string; facts: Record<string, string> };
  }[];
  const refined = findings.find(({ playbook }) => playbook?.id === 'playbook/helpdesk/ticket-locked');
  expect(refined?.ruleId).toMatch(/^fail\//);
  expect(refined?.nextStep).toBe(
    'Ask Kim Example to close the ticket, or release its lock in the queue’s settings.',
  );
  const own = findings.find(({ ruleId }) => ruleId === 'playbook/helpdesk/field-ignored');
  expect(own?.verdict).toBe(
    'POST desk.example.com/api/tickets/{id} was answered 200, but the help desk ignored Priority (prio), x-size.',
  );
});

it('has the findings of playbooks in text and SARIF, and by the published schemas', async () => {
  writeFileSync(at('books/helpdesk.json'), example);
  const run = (...how: string[]) => runCli(['triage', ...how, '--playbooks', at('books'), at('capture.har')]);
  expect((await run()).out).toContain('playbook/helpdesk/field-ignored');
  const [{ results, tool }] = JSON.parse((await run('--format', 'sarif')).out).runs;
  const ids = results.map(({ ruleId }: { ruleId: string }) => ruleId);
  expect(ids).toContain('playbook/helpdesk/field-ignored');
  const rule = tool.driver.rules.find(({ id }: { id: string }) => id === 'playbook/helpdesk/field-ignored');
  expect(rule.defaultConfiguration).toEqual({ level: 'warning' });
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemaOf = (name: string) =>
    JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, docs), 'utf8'));
  ajv.validate(schemaOf('triage'), JSON.parse((await run('--json')).out));
  expect(ajv.errors).toBeNull();
  ajv.validate(schemaOf('playbook'), JSON.parse(example));
  expect(ajv.errors).toBeNull();
});

it('says in every language where a playbook is wrong', async () => {
  writeFileSync(at('books/a.json'), example.replace('"status": [200, 300]', '"status": [200]'));
  const told = new Set<string>();
  for (const language of languages) {
    const { code, err } = await runCli([
      'triage',
      '--lang',
      language,
      '--playbooks',
      at('books'),
      at('capture.har'),
    ]);
    expect(code).toBe(2);
    expect(err).toContain('/findings/1/match/status');
    told.add(err);
  }
  expect(told.size).toBe(languages.length);
  const { err } = await runCli(['triage', '--lang', 'en', '--playbooks', at('books'), at('capture.har')]);
  const line = example.split('\n').findIndex((text) => text.includes('"status"')) + 1;
  expect(err).toContain(`line ${line}, column 19`);
  expect(err).toContain('two statuses are expected');
});

it('keeps control characters of a playbook from the terminal', async () => {
  writeFileSync(at('books/a.json'), example.replace('"fixer"', '"\\u001b[2Jfixer"'));
  const { err } = await runCli(['triage', '--playbooks', at('books'), at('capture.har')]);
  expect(err).toContain('/findings/0/');
  expect(err).not.toContain('\u001b[2J');
});

it('refuses a folder without playbooks, one that is not there, and an id that is there twice', async () => {
  const run = () => runCli(['triage', '--lang', 'en', '--playbooks', at('books'), at('capture.har')]);
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('holds no *.json file') });
  writeFileSync(at('books/a.json'), example);
  writeFileSync(at('books/b.json'), example);
  expect(await run()).toMatchObject({
    code: 2,
    err: expect.stringMatching(/a\.json and .*b\.json are both the playbook “helpdesk”/),
  });
  rmSync(at('books'), { recursive: true });
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
});

it('lets a playbook stand in the place of a shipped one of the same id', async () => {
  const general = { ...JSON.parse(example), id: 'general' };
  writeFileSync(at('books/general.json'), JSON.stringify(general));
  const { out } = await runCli(['triage', '--json', '--playbooks', at('books'), at('capture.har')]);
  expect(out).toContain('playbook/general/field-ignored');
});
