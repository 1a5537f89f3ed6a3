import { addressOf, hostOf, type Surroundings, trackingIdOf } from '../call.ts';
import { sameCall } from '../call-ids.ts';
import { clockOf, type Region } from '../clock.ts';
import { routerLine } from '../logs/router-log.ts';
import { fieldOf, type HopRequest, type HopResponse, pathOf } from '../wire/message.ts';
import { HopTimeout, type Service } from '../wire/wire.ts';

/** Longer than any caller waits: a server that is silent shows in the caller's log first. */
const serverTimeoutMs = 30_000;

/** How the routers are deployed; the host carries the name, as such hosts do. */
const deployments: Readonly<Record<Region, string>> = { a: 'alder', r: 'rowan' };

export function routerHost(region: Region): string {
  return `ocirouter-${deployments[region]}.example.test`;
}

/**
 * Takes OCI documents over HTTP and hands them to the call server that has the enterprise. It looks at header fields
 * and never into the document; a refused command comes back as 200 like any other.
 */
export function ociRouter(region: Region, { wire, book, time }: Surroundings): Service {
  const machine = `ocirouter-${region}`;
  const clock = clockOf(machine, time);
  const own = `${deployments[region]}-v-ocir01`;
  let documents = 0;
  return {
    machine,
    host: routerHost(region),
    workMs: [2, 6],
    async answer(request: HopRequest): Promise<HopResponse> {
      const worker = 1 + (documents++ % 6);
      const trackingId = sameCall(trackingIdOf(request), 'OCIROUTER');
      const log = (line: Omit<Parameters<typeof routerLine>[0], 'atMs' | 'worker' | 'trackingId'>) =>
        book.write(machine, routerLine({ atMs: clock(), worker, trackingId, ...line }));
      const answer = (status: number, body: string): HopResponse => {
        log({
          direction: 'Tx',
          protocol: 'http',
          from: own,
          to: request.peer,
          detail: `StatusCode=${status}`,
        });
        return { status, fields: [{ name: 'content-type', value: 'application/xml' }], body };
      };
      log({
        direction: 'Rx',
        protocol: 'http',
        from: request.peer,
        to: own,
        detail: `${request.method} ${request.target} length=${request.body.length}`,
      });
      if (pathOf(request) !== '/ocirouter/ocip') return answer(404, '');
      const target = fieldOf(request, 'x-broadworks-target');
      if (target === undefined) return answer(400, 'X-BroadWorks-Target is missing');

      const host = hostOf('callserver', region);
      const server = `${addressOf(`callserver-${region}`)}:2208`;
      // The peer that the call server will see, hence the one that its log shows for this document.
      const peer = `${addressOf(machine)}:${37_500 + documents}`;
      log({
        direction: 'Tx',
        protocol: 'ocip',
        from: own,
        to: server,
        detail: `target=${target}`,
        document: { peer, text: request.body },
      });
      try {
        const outbound: HopRequest = {
          method: 'OCIP',
          host,
          target: '',
          fields: [],
          body: request.body,
          peer,
        };
        const { body } = await wire.send(outbound, { timeoutMs: serverTimeoutMs });
        log({
          direction: 'Rx',
          protocol: 'ocip',
          from: server,
          to: own,
          detail: `length=${body.length}`,
          document: { peer: server, text: body },
        });
        return answer(200, body);
      } catch (error) {
        if (!(error instanceof HopTimeout)) throw error;
        log({
          direction: 'Rx',
          protocol: 'ocip',
          from: server,
          to: own,
          detail: `TimedOut after ${error.afterMs} ms`,
        });
        return answer(504, '');
      }
    },
  };
}
