import { builtInConnector } from '@harrier/cases';
import { releaseValues, releaseWholeFile, tellNextStep } from '@harrier/cases/exceptions';
import { openSealed, SessionKey } from '@harrier/cases/vault';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  otherPseudonym,
  pseudonym,
  type SealedIntake,
  sealedIntake,
  type TrialKey,
  trialKey,
} from './testing/sealed-intake.ts';
import { type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

const MINUTE = 60_000;
const reason = { code: 'value-needed', text: 'The session id of request 1 must be searched in the logs.' };

let vault: TrialKey;
let own: TrialKey;
let trial: TrialServer;
let tenant: string;
let engineer: Person;
let approver: Person;
let keyHolder: Person;
let sealed: SealedIntake;

beforeAll(async () => {
  [vault, own] = await Promise.all([trialKey(), trialKey()]);
});
beforeEach(async () => {
  trial = await trialServer();
  tenant = await trial.newTenant();
  engineer = await trial.signIn(tenant, ['engineer']);
  approver = await trial.signIn(tenant, ['approver']);
  keyHolder = await trial.signIn(tenant, ['key-holder']);
  sealed = await sealedIntake(trial, tenant, vault);
});
afterEach(async () => await trial.close());

const values = { kind: 'values', pseudonyms: [pseudonym] };
const ask = async (scope: object = values, as = engineer, more: object = {}) =>
  await as.ask('POST', '/api/exceptions', {
    intakeId: sealed.intakeId,
    scope,
    reason,
    requesterKey: own.publicKey,
    ...more,
  });
const asked = async (scope: object = values, more: object = {}): Promise<string> =>
  (await ask(scope, engineer, more)).json().id;
const step = async (as: Person, id: string, what: string, body: unknown = undefined) => {
  trial.clock.nowMs++;
  return await as.ask('POST', `/api/exceptions/${id}/${what}`, body);
};
const material = async (id: string, as = keyHolder) =>
  (await as.ask('GET', `/api/exceptions/${id}/material`)).json();

async function* one(bytes: Uint8Array) {
  yield bytes;
}

/** What a key holder does on a machine of their own. */
async function releaseOf(id: string): Promise<Uint8Array> {
  const { scope, capsule, pseudonyms, sealedSha256 } = await material(id);
  if (scope === 'whole')
    return await releaseWholeFile(Buffer.from(capsule, 'base64'), sealedSha256, vault, own.vaultKey);
  const map = await keyHolder.ask('GET', `/api/exceptions/${id}/sealed-map`);
  return (await releaseValues(one(map.rawPayload), pseudonyms, vault, own.vaultKey)).message;
}

async function released(scope: object = values, more: object = {}): Promise<string> {
  const id = await asked(scope, more);
  expect((await step(approver, id, 'approve')).statusCode).toBe(200);
  expect((await step(keyHolder, id, 'release', await releaseOf(id))).statusCode).toBe(200);
  return id;
}

async function fetched(id: string, as = engineer): Promise<string> {
  const { token } = (await step(as, id, 'grants')).json();
  const answer = await step(as, id, 'fetch', { token });
  expect(answer.statusCode).toBe(200);
  return await opened(answer.rawPayload);
}

async function opened(message: Uint8Array): Promise<string> {
  let text = '';
  for await (const piece of openSealed(one(message), { privateKeys: own.privateKeys }))
    text += Buffer.from(piece).toString();
  return text;
}

/** Everything that was told to the case so far. */
async function notes() {
  const { store, objects, book } = trial.service;
  const connector = builtInConnector(store, objects, book, tenant);
  const options = { store, connector: () => connector, clock: () => trial.clock.nowMs++ };
  while (await tellNextStep(options)) {
    // The next one.
  }
  return await book.notesOf(tenant, sealed.caseId, 100);
}

describe('an exception', () => {
  it('gives the one who asked the value that was asked for, and no other', async () => {
    const told = await fetched(await released());
    expect(told).toContain(sealed.secret);
    expect(told).not.toContain(sealed.otherSecret);
  });

  it('for a request of the capture gives the values of that request', async () => {
    const id = await asked({ kind: 'entries', entries: [0] });
    await step(approver, id, 'approve');
    expect((await material(id)).pseudonyms).toEqual([otherPseudonym]);
    await step(keyHolder, id, 'release', await releaseOf(id));
    expect(await fetched(id)).toContain(sealed.otherSecret);
  });

  it('stands beside a clean copy that can be had wherever it lies, and that is written down', async () => {
    const { facts } = (await trial.service.intakes.get(sealed.intakeId)) ?? {};
    const file = await engineer.ask('GET', `/api/intakes/${sealed.intakeId}/clean`);
    expect(file.rawPayload).toHaveLength(facts?.clean?.sizeBytes ?? 0);
    expect(file.body).toContain(pseudonym);
    expect(file.headers['content-disposition']).toContain('attachment; filename="trace.clean.har"');
    const entries = await trial.service.store.db
      .selectFrom('auditEntries')
      .selectAll()
      .orderBy('seq')
      .execute();
    expect(entries.at(-1)?.line).toContain('"attachment/read"');
    expect(entries.at(-1)?.line).toContain(facts?.clean?.sha256);
  });

  it('for the whole file comes after single values, and gives the key of that file alone', async () => {
    expect((await ask({ kind: 'whole' })).json()).toMatchObject({
      status: 409,
      code: 'exception/narrower-first',
    });
    await fetched(await released());
    const told = await fetched(await released({ kind: 'whole' }));
    const [, hex = ''] = /^9:([0-9A-F]{64})\n$/.exec(told) ?? [];
    const file = await engineer.ask('GET', `/api/intakes/${sealed.intakeId}/sealed`);
    const sessionKey = SessionKey.of(new Uint8Array(Buffer.from(hex, 'hex')));
    const parts: Uint8Array[] = [];
    for await (const part of openSealed(one(file.rawPayload), { sessionKey })) parts.push(part);
    expect(Buffer.concat(parts).equals(sealed.original)).toBe(true);
  });

  it('is for the whole file at once where no map was sealed', async () => {
    sealed = await sealedIntake(trial, tenant, vault, { withMap: false });
    expect((await ask()).json()).toMatchObject({ status: 409, code: 'exception/no-values' });
    expect((await ask({ kind: 'whole' })).statusCode).toBe(201);
  });

  it('says to each what they may do next', async () => {
    const id = await asked();
    const stepsOf = async (who: Person) => (await who.ask('GET', `/api/exceptions/${id}`)).json().steps;
    expect([await stepsOf(engineer), await stepsOf(approver), await stepsOf(keyHolder)]).toEqual([
      ['withdraw'],
      ['approve', 'refuse'],
      [],
    ]);
    await step(approver, id, 'approve');
    expect([await stepsOf(engineer), await stepsOf(approver), await stepsOf(keyHolder)]).toEqual([
      ['withdraw'],
      [],
      ['refuse', 'release'],
    ]);
  });

  it('shows nothing of its release and of its grant', async () => {
    const id = await released();
    const { token } = (await step(engineer, id, 'grants')).json();
    const shown = (await engineer.ask('GET', '/api/exceptions?state=released')).json();
    expect(shown).toHaveLength(1);
    expect(Object.keys(shown[0])).not.toContain('grant');
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(shown[0].requested).toMatchObject({ name: engineer.name });
  });

  it.each([
    ['a key that is none', { requesterKey: 'hello' }, 'exception/bad-key'],
    [
      'a reason of one word',
      { reason: { code: 'value-needed', text: 'needed' } },
      'exception/reason-too-short',
    ],
    ['no value', { scope: { kind: 'values', pseudonyms: [] } }, 'exception/empty-scope'],
    ['an attachment that nobody knows', { intakeId: 'none' }, 'request/not-found'],
    ['a scope of both kinds', { scope: { kind: 'whole', entries: [1] } }, 'request/invalid'],
  ])('is not begun with %s', async (_what, more, code) => {
    expect((await ask(values, engineer, more)).json()).toMatchObject({ code });
    expect((await engineer.ask('GET', '/api/exceptions')).json()).toEqual([]);
  });
});

describe('three people', () => {
  it.each([
    ['requester and approver', ['engineer', 'approver'], 'approve'],
    ['requester and key holder', ['engineer', 'key-holder'], 'release'],
  ] as const)('%s cannot be one', async (_what, roles, last) => {
    const both = await trial.signIn(tenant, roles);
    const { id } = (await ask(values, both)).json();
    if (last === 'release') {
      await step(approver, id, 'approve');
      // Not even what a release is made of.
      expect((await both.ask('GET', `/api/exceptions/${id}/material`)).json()).toMatchObject({
        status: 403,
        code: 'exception/same-person',
      });
    }
    const answer = await step(both, id, last, last === 'release' ? new Uint8Array([1]) : undefined);
    expect(answer.json()).toMatchObject({ status: 403, code: 'exception/same-person' });
  });

  it('approver and key holder cannot be one', async () => {
    const both = await trial.signIn(tenant, ['approver', 'key-holder']);
    const id = await asked();
    await step(both, id, 'approve');
    for (const answer of [
      await both.ask('GET', `/api/exceptions/${id}/material`),
      await step(both, id, 'release', new Uint8Array([1])),
    ])
      expect(answer.json()).toMatchObject({ status: 403, code: 'exception/same-person' });
  });

  it('are not two accounts of one person', async () => {
    const second = await trial.signIn(tenant, ['approver']);
    const identity = 'https://login.example.test#kim';
    const { db } = trial.service.store;
    // The column is unique, so one person has one account there; an account that changed hands must not help either.
    await db.updateTable('accounts').set({ identity }).where('id', '=', engineer.accountId).execute();
    const id = await asked();
    await db.updateTable('accounts').set({ identity: null }).where('id', '=', engineer.accountId).execute();
    await db.updateTable('accounts').set({ identity }).where('id', '=', second.accountId).execute();
    expect((await step(second, id, 'approve')).json()).toMatchObject({ code: 'exception/same-person' });
  });

  it('are needed of an administrator with every role, too', async () => {
    const everything = await trial.signIn(tenant, ['engineer', 'approver', 'key-holder', 'admin']);
    const { id } = (await ask(values, everything)).json();
    expect((await step(everything, id, 'approve')).json()).toMatchObject({ code: 'exception/same-person' });
  });
});

describe('a grant', () => {
  it('works once', async () => {
    const id = await released();
    const { token } = (await step(engineer, id, 'grants')).json();
    expect((await step(engineer, id, 'fetch', { token })).statusCode).toBe(200);
    expect((await step(engineer, id, 'fetch', { token })).json()).toMatchObject({
      status: 410,
      code: 'exception/used',
    });
    expect((await step(engineer, id, 'grants')).json()).toMatchObject({ code: 'exception/used' });
  });

  it('works once when it is used twice at the same moment', async () => {
    const id = await released();
    const { token } = (await step(engineer, id, 'grants')).json();
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => await step(engineer, id, 'fetch', { token })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  it('works in its own session alone', async () => {
    const id = await released();
    const { token } = (await step(engineer, id, 'grants')).json();
    const again = await trial.signInAgain(engineer);
    expect((await step(again, id, 'fetch', { token })).json()).toMatchObject({
      status: 403,
      code: 'exception/other-session',
    });
    const stranger = await trial.signIn(tenant, ['engineer']);
    expect((await step(stranger, id, 'fetch', { token })).json()).toMatchObject({ status: 403 });
    expect((await step(stranger, id, 'grants')).json()).toMatchObject({ code: 'exception/not-allowed' });
  });

  it('works for a quarter of an hour', async () => {
    const id = await released();
    const { token, expiresMs } = (await step(engineer, id, 'grants')).json();
    expect(expiresMs - trial.clock.nowMs).toBe(15 * MINUTE);
    trial.clock.nowMs += 15 * MINUTE;
    expect((await step(engineer, id, 'fetch', { token })).json()).toMatchObject({
      status: 410,
      code: 'exception/too-late',
    });
  });
});

describe('the customer', () => {
  const linkOf = async (id: string, as = approver) => await step(as, id, 'consent-link');
  const answer = async (token: string, given: string) =>
    await trial.ask({ method: 'POST', url: '/api/consent', payload: { token, answer: given } });
  let admin: Person;
  beforeEach(async () => {
    admin = await trial.signIn(tenant, ['admin']);
    await admin.ask('PATCH', '/api/exception-policy', { needsConsent: true });
  });

  it('is asked first where the organisation wants it, by a link that somebody else than the requester sends', async () => {
    const id = await asked();
    expect((await step(approver, id, 'approve')).json()).toMatchObject({ code: 'exception/consent-awaited' });
    const both = await trial.signIn(tenant, ['engineer', 'approver']);
    const { id: own } = (await ask(values, both)).json();
    expect((await linkOf(own, both)).json()).toMatchObject({ code: 'exception/same-person' });

    const { link } = (await linkOf(id)).json();
    const token = link.split('#consent=')[1];
    const question = { method: 'POST', url: '/api/consent/question', payload: { token } } as const;
    expect((await trial.ask(question)).json()).toMatchObject({
      organisation: 'Example',
      scope: 'values',
      open: true,
    });
    expect((await answer(token, 'given')).statusCode).toBe(204);
    expect((await answer(token, 'declined')).statusCode).toBe(409);
    expect((await step(approver, id, 'approve')).statusCode).toBe(200);
  });

  it('can say no, and that is the end', async () => {
    const id = await asked();
    const { link } = (await linkOf(id)).json();
    await answer(link.split('#consent=')[1], 'declined');
    expect((await step(approver, id, 'approve')).json()).toMatchObject({ code: 'exception/wrong-state' });
  });

  it('is heard by the last link alone', async () => {
    const id = await asked();
    const first = (await linkOf(id)).json().link.split('#consent=')[1];
    await linkOf(id);
    expect((await answer(first, 'given')).json()).toMatchObject({ code: 'exception/wrong-token' });
  });
});

describe('what is written down', () => {
  it('is every step, in the audit log under the sealed file', async () => {
    const id = await released();
    await fetched(id);
    const auditor = await trial.signIn(tenant, ['auditor']);
    const entries: { line: string }[] = (await auditor.ask('GET', '/api/audit?limit=200')).json();
    const events = entries.map(({ line }) => JSON.parse(line));
    const about = events.filter(({ facts }) => facts.exception === id);
    expect(about.map(({ action, actor }) => [action.split('/')[1], actor])).toEqual([
      ['requested', `account:${engineer.accountId}`],
      ['approved', `account:${approver.accountId}`],
      ['material-read', `account:${keyHolder.accountId}`],
      ['material-read', `account:${keyHolder.accountId}`],
      ['released', `account:${keyHolder.accountId}`],
      ['granted', `account:${engineer.accountId}`],
      ['fetched', `account:${engineer.accountId}`],
    ]);
    const { facts } = (await trial.service.intakes.get(sealed.intakeId)) ?? {};
    for (const { subject } of about) expect(subject).toBe(`sha256:${facts?.sealed?.sha256}`);
    expect(entries.map(({ line }) => line).join()).not.toContain(sealed.secret);
  });

  it('is told to the case once each; that it was opened is told to the customer, without names and reasons', async () => {
    await fetched(await released());
    const all = await notes();
    expect(all.map(({ text, visibility }) => [visibility, text.split('\n')[0]?.split('] ')[1]])).toEqual([
      ['private', 'Somebody asks to see something of a sealed original.'],
      ['private', 'The request is approved. The holder of a key can now release what was asked for.'],
      ['private', 'What was asked for is released, for the one who asked alone. It can be fetched once.'],
      ['public', 'Something of a sealed original was opened, as approved.'],
    ]);
    expect(all[1]?.text).toContain(approver.name);
    expect(all[0]?.text).toContain(reason.text);
    for (const hidden of [engineer.name, reason.text]) expect(all[3]?.text).not.toContain(hidden);
    expect(await notes()).toHaveLength(4);
  });

  it('ends what nobody answered in time, and tells that too', async () => {
    await asked();
    trial.clock.nowMs += 3 * 24 * 60 * MINUTE;
    expect(await trial.service.exceptions.lapse()).toHaveLength(1);
    expect((await notes()).at(-1)?.text).toContain('The time for this request is over');
  });

  it('holds no value, no session key and no token anywhere in the database', async () => {
    const id = await released();
    const { token } = (await step(engineer, id, 'grants')).json();
    const { db } = trial.service.store;
    const rows = JSON.stringify([
      await db.selectFrom('exceptions').selectAll().execute(),
      await db.selectFrom('exceptionReleases').selectAll().execute(),
      await db.selectFrom('auditEntries').selectAll().execute(),
    ]);
    for (const hidden of [token, sealed.secret]) expect(rows).not.toContain(hidden);
  });
});
