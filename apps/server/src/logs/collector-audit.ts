import type { Service } from '../service.ts';
import { auditTakenIn } from './audit-taken-in.ts';

/** A collector sends every few seconds, for years: an entry for each time would bury what people do, and hold up all other entries. */
const COUNT_MS = 60_000;
/** About 500 B each. Who sends to more sources than this in a minute has an entry for each request. */
const MOST_COUNTED = 2_000;

type Sender = { readonly name: string; readonly tenantId: string };

/** What was sent by one sender to one source, and is in no entry yet. */
interface Count {
  readonly sender: Sender;
  readonly source: string;
  requests: number;
  bytes: number | null;
  /** Until then requests are only counted. */
  untilMs: number;
  /** The entry that opened this minute. Nothing is taken in before it is written. */
  opening: Promise<void>;
}

/**
 * Writes down what collectors send: the first request of a sender to a source has an entry of its own before it is read, those of the
 * minute behind it have one together when the minute is over or the server stops. Every request is counted in exactly one entry; a
 * server that is killed loses the counts of its last minute. What cannot be audited is not taken in.
 */
export class CollectorAudit {
  readonly #service: Pick<Service, 'store' | 'clock'>;
  readonly #counts = new Map<string, Count>();

  constructor(service: Pick<Service, 'store' | 'clock'>) {
    this.#service = service;
  }

  /** Call it before anything of a request is read. `bytes`: null where the sender does not say. */
  async request({ name, tenantId }: Sender, source: string, bytes: number | null): Promise<void> {
    const key = JSON.stringify([tenantId, name, source]);
    let count = this.#counts.get(key);
    if (count === undefined) {
      const sender = { name, tenantId };
      count = { sender, source, requests: 0, bytes: 0, untilMs: 0, opening: Promise.resolve() };
      if (this.#counts.size < MOST_COUNTED) this.#counts.set(key, count);
    }
    count.requests++;
    count.bytes = sum(count.bytes, bytes);
    const nowMs = this.#service.clock();
    if (nowMs >= count.untilMs) {
      count.untilMs = nowMs + COUNT_MS;
      count.opening = this.#write(count);
    }
    await count.opening;
  }

  /** Writes what was counted in minutes that are over; at a stop in all of them. */
  async write(which: 'over' | 'all'): Promise<void> {
    const isOver = ({ untilMs }: Count) => which === 'all' || this.#service.clock() >= untilMs;
    for (const [key, count] of this.#counts) {
      if (!isOver(count)) continue;
      if (count.requests > 0) await this.#write(count);
      // Unless a request has opened a minute meanwhile.
      if (isOver(count)) this.#counts.delete(key);
    }
  }

  async #write(count: Count): Promise<void> {
    const { sender, source, requests, bytes } = count;
    count.requests = 0;
    count.bytes = 0;
    try {
      await auditTakenIn(this.#service, sender, { source, as: 'otlp', requests, bytes });
    } catch (error) {
      // The next one who writes tells of them, and the next request tries at once.
      count.requests += requests;
      count.bytes = sum(count.bytes, bytes);
      count.untilMs = 0;
      throw error;
    }
  }
}

function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
