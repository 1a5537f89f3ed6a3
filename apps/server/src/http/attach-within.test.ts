import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TrialServer, trialServer } from '../testing/trial-server.ts';
import { attachWithin } from './attach-within.ts';

let trial: TrialServer;
beforeEach(async () => {
  trial = await trialServer({ mostUploadBytes: 1000, mostTenantBytes: 1500 });
});
afterEach(async () => await trial.close());

async function attaching() {
  const actor = { name: 'trial', tenantId: await trial.newTenant() };
  const { id } = await trial.service.book.createCase(actor, { title: 'No audio', language: 'en' });
  return async (bytes: AsyncIterable<Uint8Array>, also = async () => {}) => {
    const file = { name: 'a.bin', mediaType: 'application/octet-stream', visibility: 'private' } as const;
    return await attachWithin(trial.service, actor, id, { ...file, bytes }, also);
  };
}

async function* bytesOf(size: number): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(size);
}

it('counts an upload from its first byte on, and no more once it has failed', async () => {
  const attach = await attaching();
  const slow = async function* (): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1000);
    // The first is on its way: there is no room for 501 beside it, and for 500 there is.
    await expect(attach(bytesOf(501))).rejects.toMatchObject({ code: 'request/too-large' });
    expect((await attach(bytesOf(500)))?.sizeBytes).toBe(500);
    throw new Error('the connection broke');
  };
  await expect(attach(slow())).rejects.toThrow('the connection broke');
  expect((await attach(bytesOf(1000)))?.sizeBytes).toBe(1000);
});

it('looks once more where it attaches, because another process may have attached meanwhile', async () => {
  const attach = await attaching();
  const { book } = trial.service;
  const attachedBytes = book.attachedBytes.bind(book);
  book.attachedBytes = async (tenantId, tx) =>
    (await attachedBytes(tenantId, tx)) + (tx === undefined ? 0 : 600);
  let isAttached = false;
  const also = async () => {
    isAttached = true;
  };
  await expect(attach(bytesOf(901), also)).rejects.toMatchObject({ code: 'request/too-large' });
  expect(isAttached).toBe(false);
  expect((await attach(bytesOf(900), also))?.sizeBytes).toBe(900);
});
