import { createHash, randomUUID } from 'node:crypto';
import type { Actor, Exception } from './exception.ts';
import { defaultExceptionPolicy, type ExceptionPolicy } from './exception-policy.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import type { ExceptionStore } from './exception-store.ts';
import { claimGrant, useGrant } from './grant.ts';
import { isForRequesterAlone } from './release/check-release.ts';
import { type ExceptionRequest, type Offered, requestException } from './request.ts';
import { approve, consent, lapse, refuse, release, withdraw } from './steps.ts';

export interface ExceptionsOptions {
  readonly store: ExceptionStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly policyOf?: (tenantId: string) => Promise<ExceptionPolicy>;
}

/**
 * Exceptions (break glass) as the server offers them: loads, takes one step, writes it down. Every method throws
 * {@link ExceptionRefused} and then nothing has changed. Rights are the actor's roles; that the actor is of the tenant is
 * checked by whoever calls.
 */
export class Exceptions {
  readonly #store: ExceptionStore;
  readonly #now: () => number;
  readonly #policyOf: (tenantId: string) => Promise<ExceptionPolicy>;

  constructor({ store, now, policyOf = async () => defaultExceptionPolicy }: ExceptionsOptions) {
    this.#store = store;
    this.#now = now;
    this.#policyOf = policyOf;
  }

  async request(
    asked: Omit<ExceptionRequest, 'id'>,
    actor: Actor,
    offered: Offered = 'values-and-whole',
  ): Promise<Exception> {
    const earlier = await this.#store.forFile(asked.tenantId, asked.sealedSha256);
    const policy = await this.#policyOf(asked.tenantId);
    const request = { ...asked, id: randomUUID() };
    const exception = requestException(request, actor, earlier, policy, this.#now(), offered);
    await this.#store.create(exception);
    return exception;
  }

  async consent(tenantId: string, id: string, answer: 'given' | 'declined'): Promise<Exception> {
    return await this.#step(tenantId, id, (exception) => consent(exception, answer, this.#now()));
  }

  async approve(tenantId: string, id: string, actor: Actor): Promise<Exception> {
    const policy = await this.#policyOf(tenantId);
    return await this.#step(tenantId, id, (exception) => approve(exception, actor, policy, this.#now()));
  }

  async refuse(tenantId: string, id: string, actor: Actor): Promise<Exception> {
    return await this.#step(tenantId, id, (exception) => refuse(exception, actor, this.#now()));
  }

  async withdraw(tenantId: string, id: string, actor: Actor): Promise<Exception> {
    return await this.#step(tenantId, id, (exception) => withdraw(exception, actor, this.#now()));
  }

  /** The exception, if this key holder may release it now: only then is there a reason to see what a release is made of. */
  async forRelease(tenantId: string, id: string, actor: Actor): Promise<Exception> {
    const exception = await this.#load(tenantId, id);
    release(exception, actor, '', await this.#policyOf(tenantId), this.#now());
    return exception;
  }

  /** `message`: what the key holder made with `harrier exception release`, encrypted for the requester alone. */
  async release(tenantId: string, id: string, actor: Actor, message: Uint8Array): Promise<Exception> {
    const exception = await this.#load(tenantId, id);
    const policy = await this.#policyOf(tenantId);
    const digest = createHash('sha256').update(message).digest('hex');
    const released = release(exception, actor, digest, policy, this.#now());
    if (!(await isForRequesterAlone(message, exception.requesterKey)))
      throw new ExceptionRefused('exception/wrong-recipient');
    await this.#store.putRelease(tenantId, id, message);
    await this.#store.replace(released);
    return released;
  }

  /** Gives the token of a grant, which is shown once and kept nowhere. */
  async claim(tenantId: string, id: string, actor: Actor, sessionId: string): Promise<string> {
    const policy = await this.#policyOf(tenantId);
    const claimed = claimGrant(await this.#load(tenantId, id), actor, sessionId, policy, this.#now());
    await this.#store.replace(claimed.exception);
    return claimed.token;
  }

  /** Uses the grant up and gives the release. What comes after, a cut connection too, is a new exception. */
  async fetch(tenantId: string, id: string, token: string, sessionId: string): Promise<Uint8Array> {
    const exception = await this.#load(tenantId, id);
    const fetched = useGrant(exception, token, sessionId, this.#now());
    const message = await this.#store.getRelease(tenantId, id, exception.releaseSha256 ?? '');
    const digest = createHash('sha256')
      .update(message ?? '')
      .digest('hex');
    // A release that is not the one that was checked must not reach anybody.
    if (message === undefined || digest !== exception.releaseSha256)
      throw new ExceptionRefused('exception/not-found');
    await this.#store.replace(fetched);
    return message;
  }

  /** Ends everything whose time is over; gives what ended. For a worker to call now and then. */
  async lapse(): Promise<readonly Exception[]> {
    const nowMs = this.#now();
    const ended: Exception[] = [];
    for (const exception of await this.#store.due(nowMs)) {
      const lapsed = lapse(exception, nowMs);
      try {
        await this.#store.replace(lapsed);
        ended.push(lapsed);
      } catch (error) {
        // Another worker was faster, or somebody took the step in the last moment.
        if (!(error instanceof ExceptionRefused)) throw error;
      }
    }
    return ended;
  }

  async #step(tenantId: string, id: string, take: (exception: Exception) => Exception): Promise<Exception> {
    const taken = take(await this.#load(tenantId, id));
    await this.#store.replace(taken);
    return taken;
  }

  async #load(tenantId: string, id: string): Promise<Exception> {
    const found = await this.#store.get(tenantId, id);
    if (found === undefined) throw new ExceptionRefused('exception/not-found');
    return found;
  }
}
