import type { FastifyReply } from 'fastify';
import { RequestError } from './request-error.ts';

/**
 * What may be under way at a time: asked, and not yet answered to the end. A page asks for a handful at once and has one event stream as long
 * as it is seen; a fleet of collectors that sends with one token waits its turn. Of an address there may be many: a whole office has one.
 */
export const MOST_UNDER_WAY = { ofAddress: 500, ofAccount: 100, streamsOfAccount: 20 } as const;

/** Whoever is refused may ask again after this long: most of what is under way has ended then. */
const ASK_AGAIN_MS = 10_000;

/**
 * Counts what is under way in this process. The newest is refused: what somebody looks at goes on, and event streams that were ended
 * in favour of others would be opened again by their pages, and end others, for ever.
 */
export class UnderWay {
  readonly #counts = new Map<string, number>();

  /** A request of an address; nobody is known yet. Error: `request/too-many`. */
  begin(address: string, reply: FastifyReply): Turn {
    const turn = new Turn(this, reply);
    turn.count(`address ${address}`, MOST_UNDER_WAY.ofAddress);
    return turn;
  }

  /** Error: `request/too-many`, and nothing is counted. */
  add(name: string, most: number): void {
    const count = this.#counts.get(name) ?? 0;
    if (count >= most) throw new RequestError('request/too-many', { retryAfterMs: ASK_AGAIN_MS });
    this.#counts.set(name, count + 1);
  }

  remove(name: string): void {
    const left = (this.#counts.get(name) ?? 0) - 1;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }
}

/** A request that is under way until its answer has ended, and so has the work for it: whoever hangs up does not end that. */
export class Turn {
  readonly #all: UnderWay;
  readonly #names: string[] = [];
  /** The answer, and the work once it has begun. */
  #parts = 1;

  constructor(all: UnderWay, { raw }: FastifyReply) {
    this.#all = all;
    raw.once('close', () => this.#endPart());
  }

  /** From now on it is this account's. `isStream`: its answer ends when its reader goes. Error: `request/too-many`. */
  ofAccount(account: string, isStream: boolean): void {
    this.count(`account ${account}`, MOST_UNDER_WAY.ofAccount);
    if (isStream) this.count(`streams of ${account}`, MOST_UNDER_WAY.streamsOfAccount);
  }

  count(name: string, most: number): void {
    // Whoever hung up while it was found out who they are is counted no more.
    if (this.#parts === 0) return;
    this.#all.add(name, most);
    this.#names.push(name);
  }

  async works<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#parts++;
    try {
      return await work();
    } finally {
      this.#endPart();
    }
  }

  #endPart(): void {
    this.#parts--;
    if (this.#parts > 0) return;
    for (const name of this.#names.splice(0)) this.#all.remove(name);
  }
}
