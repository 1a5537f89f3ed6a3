import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { memorySpool } from '@harrier/har';
import { zipSync } from 'fflate';
import { generateKey } from 'openpgp';
import { describe, expect, it } from 'vitest';
import { memoryObjects } from '../objects/memory-objects.ts';
import { memoryCaseSystem } from '../testing/memory-case-system.ts';
import { memoryIntakes } from '../testing/memory-intakes.ts';
import { harOf } from '../testing/trial-har.ts';
import { readVaultKeys } from '../vault/index.ts';
import { openWorkshop } from './open-workshop.ts';
import { workOnNext } from './work-on-next.ts';

/** Put together when it is needed, so that no scanner of the repository takes it for a real one. */
const canary = ['canary', 'p07Xz41LmQw93Rt'].join('-');

function capture(authorization: string | undefined = `Bearer ${canary}`): string {
  return harOf({ authorization }, { authorization });
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files);
const keys = async () =>
  (
    await Promise.all(
      ['team', 'safe'].map(async (name) => {
        const { publicKey } = await generateKey({ userIDs: [{ name }], format: 'armored' });
        return await readVaultKeys(text(publicKey), new Date());
      }),
    )
  ).flat();

/** One attachment, worked on with everything as it really is. */
async function worked(name: string, bytes: Uint8Array, vaultKeys = keys) {
  const system = memoryCaseSystem();
  const store = memoryIntakes();
  const workshop = openWorkshop({
    store,
    objects: memoryObjects(),
    connector: () => system,
    vaultKeys,
    spool: () => memorySpool(),
  });
  const { id } = await store.announce(system, system.attach('7', name, bytes), workshop.clock());
  await workOnNext(workshop);
  const intake = await store.get(id);
  const clean = [...system.files.values()].find(({ attachment }) => attachment.name.endsWith('.clean.har'));
  return { intake, clean: clean && Buffer.from(clean.bytes).toString(), system };
}

describe('a capture', () => {
  it.each([
    ['under the name of a picture', 'holiday.png', text(capture())],
    ['behind a byte order mark', 'trace.har', text(`\u{feff}${capture()}`)],
    ['in gzip', 'trace.log', new Uint8Array(gzipSync(capture()))],
    [
      'in a zip with other files',
      'logs.zip',
      zip({ 'readme.txt': text('hello'), 'a/trace.har': text(capture()) }),
    ],
    ['in a zip in a zip', 'all.zip', zip({ 'inner.zip': zip({ 'trace.har': text(capture()) }) })],
    ['in base64, as mail programs leave it', 'mail.txt', text(Buffer.from(capture()).toString('base64'))],
  ])('is found %s, and its clean copy has no credential', async (_what, name, bytes) => {
    const { intake, clean, system } = await worked(name, bytes);
    expect(intake).toMatchObject({ state: 'done', facts: { original: { sizeBytes: bytes.length } } });
    expect(intake?.facts.original?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(clean).toContain('api.example.test/calls/1');
    expect(clean).not.toContain(canary);
    expect(system.notes[0]?.text).not.toContain(canary);
    expect(intake?.facts.sealed?.keyIds).toHaveLength(2);
  });

  it('tells in the case what its clean copy shows, and no credential of the original', async () => {
    const { intake } = await worked('trace.har', text(capture()));
    expect(intake?.facts.findings?.[0]).toMatchObject({
      ruleId: 'auth/unauthorized',
      severity: 'error',
      entries: [0, 1],
      facts: { host: 'api.example.test' },
    });
    expect(JSON.stringify(intake?.facts)).not.toContain(canary);
  });

  it('that is clean already tells what it shows too', async () => {
    const { clean } = await worked('trace.har', text(capture()));
    const { intake } = await worked('another.har', text(clean ?? ''));
    expect(intake?.facts.findings?.[0]).toMatchObject({ entries: [0, 1] });
  });

  it('that was cut off has its whole requests in the clean copy, and all of it in the sealed one', async () => {
    const whole = capture();
    const { intake, clean } = await worked('trace.har', text(whole.slice(0, whole.length - 300)));
    expect(intake).toMatchObject({ state: 'done', facts: { clean: { repaired: true } } });
    expect(clean).toContain('api.example.test/calls/1');
    expect(clean).not.toContain(canary);
  });

  it('that was cut off in its first request is sealed as well, whatever of it is there', async () => {
    const whole = harOf({ authorization: `Bearer ${canary}` });
    const secretEnd = whole.indexOf(canary) + canary.length;
    const { intake, clean, system } = await worked('trace.har', text(whole.slice(0, secretEnd + 20)));
    expect(intake).toMatchObject({
      state: 'done',
      facts: { original: { entries: 0 }, clean: { repaired: true } },
    });
    expect(clean).not.toContain(canary);
    expect([...system.files.values()].map(({ attachment }) => attachment.name)).not.toContain('trace.har');
  });

  it('that holds no requests, and all of it, is left where it is', async () => {
    const { intake, system } = await worked('trace.har', text('{"log":{"version":"1.2","entries":[]}}'));
    expect(intake).toMatchObject({ state: 'skipped', facts: { skipped: 'no-entries' } });
    expect(system.files.size).toBe(1);
  });

  it('without credentials is left where it is', async () => {
    const { intake, system } = await worked(
      'trace.har',
      text(capture('').replace(/,?"Authorization"/g, '"X"')),
    );
    expect(intake).toMatchObject({ state: 'skipped', facts: { skipped: 'already-clean' } });
    expect(system.files.size).toBe(1);
  });

  it('that was sanitized elsewhere and comes back under another name is not worked on again', async () => {
    const { clean } = await worked('trace.har', text(capture()));
    const { intake } = await worked('another.har', text(clean ?? ''));
    expect(intake).toMatchObject({ state: 'skipped', facts: { skipped: 'already-clean' } });
  });

  it('stays, and the intake is stuck, where there are not enough keys to seal it for', async () => {
    const { intake, system } = await worked('trace.har', text(capture()), async () =>
      (await keys()).slice(0, 1),
    );
    expect(intake).toMatchObject({
      state: 'stuck',
      step: 'encrypt',
      trouble: { code: 'vault/too-few-recipients' },
    });
    expect(system.files.get('1')?.attachment.name).toBe('trace.har');
  });
});

describe('what is no capture', () => {
  it.each([
    ['JSON of another kind', 'trace.har', text('{"log":"hello"}')],
    [
      'a Postman collection',
      'calls.har',
      text('{"info":{"schema":"https://schema.getpostman.com/"},"item":[]}'),
    ],
    ['a zip without one', 'logs.zip', zip({ 'readme.txt': text('hello') })],
    ['text', 'notes.har', text('log: entries: nothing')],
    ['nothing at all', 'empty.har', new Uint8Array()],
  ])('is left alone: %s', async (_what, name, bytes) => {
    const { intake, system } = await worked(name, bytes);
    expect(intake).toMatchObject({ state: 'skipped', facts: { skipped: 'not-a-capture' } });
    expect([...system.files.values()].map(({ attachment }) => attachment.name)).toEqual([name]);
    expect(system.notes).toEqual([]);
  });
});
