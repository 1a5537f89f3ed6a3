import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { corpusFile } from '../../testing/corpus.ts';
import { runCli } from '../../testing/run-cli.ts';

const recording = fileURLToPath(
  new URL('../../../../../fixtures/example/call-recording.har', import.meta.url),
);
const quiet = corpusFile('mitmproxy+mitmproxy--safari.har');
const slow = corpusFile('Edgio+har-tools--example.har');

it('says in its first line what failed, who says so and which id to search', async () => {
  const { code, out } = await runCli(['triage', recording]);
  const [first = ''] = out.split('\n');
  expect(code).toBe(0);
  expect(first).toContain('PATCH');
  expect(first).toContain('502');
  expect(first).toContain('400: Invalid Product');
  expect(first).toMatch(/ATLAS_[0-9a-f-]{36}_4/);
});

it('shows the evidence behind it, with its value', async () => {
  const { out } = await runCli(['triage', recording]);
  expect(out).toMatch(/Evidence +#13 \/response\/content\/text › \/message = 400: Invalid Product/);
  expect(out).toContain('#13 /response/headers › x-envoy-upstream-service-time = ');
});

it('says of a quiet capture that nothing failed, and what was looked at', async () => {
  const { out } = await runCli(['triage', quiet]);
  expect(out).toMatch(/^Nothing failed in 19 requests: no status of 400 or more/);
});

it('says of a sign-in that begins with refusals that it was let in', async () => {
  const round = (status: number, request: object[], response: object[]) => ({
    startedDateTime: '2026-03-01T12:00:00.000Z',
    time: 20,
    request: { method: 'GET', url: 'https://intranet.example.test/', headers: request },
    response: { status, headers: response, content: { size: 0, mimeType: 'text/html' } },
    timings: { send: 0, wait: 20, receive: 0 },
  });
  const challenge = (value: string) => [{ name: 'WWW-Authenticate', value }];
  const answer = [{ name: 'Authorization', value: 'NTLM masked' }];
  const entries = [
    round(401, [], challenge('NTLM')),
    round(401, answer, challenge('NTLM x')),
    round(200, answer, []),
  ];
  const log = { version: '1.2', creator: { name: 'WebInspector', version: '' }, entries };
  const { out } = await runCli(['triage', '-'], { stdin: JSON.stringify({ log }) });
  expect(out).toMatch(
    /^GET intranet\.example\.test \(and 1 more like it\) was refused \(401\) at first, as a sign-in with NTLM begins/,
  );
  expect(out).toContain('Nothing has to be done');
});

it('does not say that nothing failed where nothing was answered', async () => {
  const { out } = await runCli(['triage', corpusFile('mitmproxy+mitmproxy--incomplete_log.har')]);
  expect(out).toMatch(/^4 requests had no answer yet when the capture was saved/);
});

it('says of one more finding that it is one', async () => {
  const { out } = await runCli([
    'triage',
    corpusFile('browserup+browserup-proxy--sstoehr.invalid-integer.har'),
  ]);
  expect(out).toContain('… and one more that is less telling');
});

it('says of a slow capture that nothing failed before it says what was slow', async () => {
  const { out } = await runCli(['triage', slow]);
  expect(out).toMatch(/^Nothing failed .* took 2\.2 s/);
});

it.each(['zh-CN', 'zh-TW', 'ja'])('puts no space behind the full stop of %s', async (language) => {
  const { out } = await runCli(['triage', '--lang', language, slow]);
  expect(out.split('\n')[0]).toMatch(/。GET /);
});

it('sends nobody to look for a circle where redirects went in none', async () => {
  const { out } = await runCli(['triage', corpusFile('micmro+PerfCascade--capture-har_redirect-loop.har')]);
  expect(out).toContain('Follow the Location of each redirect');
  expect(out).not.toContain('two places');
});

it.each([
  [recording, 'error', 1],
  [recording, 'info', 1],
  [slow, 'error', 0],
  [slow, 'warning', 1],
  [quiet, 'warning', 0],
])('ends over %s with --fail-on %s as documented', async (file, severity, code) => {
  expect((await runCli(['triage', file, '--fail-on', severity])).code).toBe(code);
  expect((await runCli(['triage', file, '--fail-on', severity, '--json'])).code).toBe(code);
});

it('tells a program the same answer', async () => {
  const { out } = await runCli(['triage', '--json', recording]);
  const text = await runCli(['triage', recording]);
  const { capture, findings } = JSON.parse(out);
  expect(text.out.split('\n')[0]).toBe(capture.answer);
  expect(findings[0]).toMatchObject({
    ruleId: 'permission/vendor-refused',
    severity: 'error',
    entries: [13],
  });
});

it('keeps remarks on the use of HTTP out of the findings, and counts them on demand', async () => {
  const { lint, findings } = JSON.parse((await runCli(['triage', '--json', quiet])).out);
  const isLint = ({ ruleId }: { ruleId: string }) => ruleId.startsWith('lint/');
  expect(lint.length).toBeGreaterThan(0);
  expect(lint.every(isLint)).toBe(true);
  expect(findings.some(isLint)).toBe(false);
  expect((await runCli(['triage', quiet])).out).not.toContain('use of HTTP');
  expect((await runCli(['triage', '--all', quiet])).out).toMatch(/remarks? on the use of HTTP/);
});

it('stays within the width of a terminal where words allow it', async () => {
  const { out } = await runCli(['triage', recording], { columns: 80 });
  // An id or a pointer is never broken.
  for (const line of out.split('\n'))
    expect(line.length <= 80 || !line.trim().slice(0, 60).includes(' ')).toBe(true);
});
