import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { corpusFile } from '../../testing/corpus.ts';
import { runCli } from '../../testing/run-cli.ts';
import { sarifEssentials } from '../../testing/sarif-essentials.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url));
const recording = at('fixtures/example/call-recording.har');
const archive = at('fixtures/example/call-recording.saz');
const corpus = readdirSync(at('fixtures/corpus')).filter(
  (name) => /\.(har|saz)$/.test(name) && !name.includes('brokenfile'),
);
const ajv = new Ajv2020({
  strict: false,
  formats: {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
  },
});
const triageSchema = ajv.compile(JSON.parse(readFileSync(at('docs/schemas/triage.schema.json'), 'utf8')));
const sarifSchema = ajv.compile(sarifEssentials);

it.each([recording, archive, ...corpus.map(corpusFile)])(
  'writes %s by the published schemas',
  async (file) => {
    const json = await runCli(['triage', '--format', 'json', file]);
    expect(json.code).toBe(0);
    triageSchema(JSON.parse(json.out));
    expect(triageSchema.errors).toBeNull();
    sarifSchema(JSON.parse((await runCli(['triage', '--format', 'sarif', file])).out));
    expect(sarifSchema.errors).toBeNull();
  },
);

it('points a pipeline to the bytes of the entry and to the value in it', async () => {
  const { out, code } = await runCli(['triage', '--format', 'sarif', '--fail-on', 'error', recording]);
  expect(code).toBe(1);
  const [{ results, tool }] = JSON.parse(out).runs;
  expect(results[0]).toMatchObject({ ruleId: 'permission/vendor-refused', level: 'error' });
  expect(tool.driver.rules[results[0].ruleIndex].id).toBe('permission/vendor-refused');
  const { physicalLocation, logicalLocations } = results[0].locations[0];
  expect(physicalLocation.artifactLocation.uri).toBe('call-recording.har');
  expect(logicalLocations[0].fullyQualifiedName).toMatch(/^\/log\/entries\/13\/re/);
  const { byteOffset, byteLength } = physicalLocation.region;
  const entry = JSON.parse(
    readFileSync(recording)
      .subarray(byteOffset, byteOffset + byteLength)
      .toString(),
  );
  expect(entry.response.status).toBe(502);
});

it('gives no bytes where the file is not the HAR itself', async () => {
  const { out } = await runCli(['triage', '--format', 'sarif', archive]);
  const [{ results }] = JSON.parse(out).runs;
  expect(results[0].locations[0].physicalLocation.region).toBe(undefined);
});

it('gives the same fault the same fingerprint in JSON and SARIF', async () => {
  const { findings } = JSON.parse((await runCli(['triage', '--json', recording])).out);
  const [{ results }] = JSON.parse((await runCli(['triage', '--format', 'sarif', recording])).out).runs;
  const prints = results.map(
    (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
  );
  expect(prints).toEqual(findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint));
});

it('writes one format at a time', async () => {
  expect((await runCli(['triage', '--json', '--format', 'sarif', recording])).code).toBe(2);
  expect((await runCli(['triage', '--format', 'xml', recording])).code).toBe(2);
});
