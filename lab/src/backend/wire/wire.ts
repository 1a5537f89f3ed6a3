import type { Random } from '../random.ts';
import type { HopFault } from './hop-fault.ts';
import type { HopRequest, HopResponse } from './message.ts';

/** One service as others reach it. */
export interface Service {
  /** With its region: `cpapi-r`. Names its log file as well. */
  readonly machine: string;
  readonly host: string;
  /** How long it takes over a request, ms, from … below; default: no time at all. */
  readonly workMs?: readonly [from: number, below: number];
  answer(request: HopRequest): Promise<HopResponse>;
}

/** Nobody answered in time. `afterMs` is how long the caller had waited. */
export class HopTimeout extends Error {
  override readonly name = 'HopTimeout';
  readonly afterMs: number;

  constructor(host: string, afterMs: number) {
    super(`${host} did not answer within ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** Carries requests between services by host, with the faults that a scenario put in. */
export interface Wire {
  add(service: Service): void;
  /** Errors: {@link HopTimeout}; anything else means that the lab itself is wrong. */
  send(request: HopRequest, options: { readonly timeoutMs: number }): Promise<HopResponse>;
  /** Ends every wait, so that nothing outlives its run. */
  close(): void;
}

/** How time passes between services. */
export interface WireOptions {
  readonly faults?: readonly HopFault[];
  /** Draws how long services take; without it they take no time beyond their faults'. */
  readonly random?: Random;
  /** Lets time pass; default: really. */
  readonly pass?: (ms: number) => void;
}

export function openWire({ faults = [], random, pass }: WireOptions = {}): Wire {
  const services = new Map<string, Service>();
  const left = new Map(faults.map((fault) => [fault, fault.times ?? Number.POSITIVE_INFINITY]));
  const waits = new Set<() => void>();

  const pause = (ms: number) => {
    if (pass !== undefined) return Promise.resolve(pass(ms));
    return new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        waits.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      waits.add(end);
    });
  };

  const takeFaults = (machine: string, request: HopRequest) =>
    faults.filter((fault) => {
      const remaining = left.get(fault) ?? 0;
      if (fault.to !== machine || remaining === 0 || fault.when?.(request) === false) return false;
      left.set(fault, remaining - 1);
      return true;
    });

  const deliver = async (service: Service, sent: HopRequest): Promise<HopResponse | 'silence'> => {
    let request = sent;
    const struck = takeFaults(service.machine, request);
    for (const fault of struck) {
      if (fault.silent) return 'silence';
      if (fault.delayMs !== undefined) await pause(fault.delayMs);
      if (fault.alterRequest !== undefined) request = fault.alterRequest(request);
    }
    if (service.workMs !== undefined && random !== undefined) await pause(random.between(...service.workMs));
    const instead = struck.find((fault) => fault.answerInstead !== undefined)?.answerInstead;
    const response = instead === undefined ? await service.answer(request) : instead(request);
    return struck.reduce((answer, fault) => fault.alterResponse?.(answer) ?? answer, response);
  };

  return {
    add(service) {
      services.set(service.host, service);
    },
    async send(request, { timeoutMs }) {
      const service = services.get(request.host);
      if (service === undefined) throw new Error(`No service is called ${request.host}.`);
      let giveUp = () => {};
      const timeout = new Promise<'timeout'>((resolve) => {
        const end = () => resolve('timeout');
        const timer = setTimeout(end, timeoutMs);
        waits.add(end);
        giveUp = () => {
          clearTimeout(timer);
          waits.delete(end);
        };
      });
      const delivered = deliver(service, request);
      // An answer that comes too late is nobody's, and so is its failure.
      delivered.catch(() => {});
      try {
        const first = await Promise.race([
          delivered.then<HopResponse | 'timeout'>((answer) => (answer === 'silence' ? timeout : answer)),
          timeout,
        ]);
        if (first === 'timeout') throw new HopTimeout(request.host, timeoutMs);
        return first;
      } finally {
        giveUp();
      }
    },
    close() {
      for (const end of [...waits]) end();
    },
  };
}
