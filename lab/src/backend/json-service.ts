import { hostOf, type Surroundings, trackingIdOf } from './call.ts';
import { type Clock, clockOf, type Region } from './clock.ts';
import { checkBearer, isRefusal, unauthorized } from './identity/bearer.ts';
import type { Claims, Signer } from './identity/tokens.ts';
import { type JsonEvent, jsonLine } from './logs/json-log.ts';
import { type HopRequest, type HopResponse, jsonResponse, pathOf } from './wire/message.ts';
import type { Service } from './wire/wire.ts';

/** One request to a service that logs JSON lines. */
export interface JsonCall {
  readonly request: HopRequest;
  readonly claims: Claims;
  readonly clock: Clock;
  log(level: JsonEvent['level'], message: string, fields?: NonNullable<JsonEvent['fields']>): void;
}

/** The frame of the small services: let in, log, answer; undefined from `handle` is a 404. */
export function jsonService(
  service: string,
  region: Region,
  { book, time }: Surroundings,
  signer: Signer,
  handle: (call: JsonCall) => HopResponse | undefined,
): Service {
  const machine = `${service}-${region}`;
  const clock = clockOf(machine, time);
  return {
    machine,
    host: hostOf(service, region),
    workMs: [4, 16],
    async answer(request) {
      const trackingId = trackingIdOf(request);
      const log: JsonCall['log'] = (level, message, fields = {}) =>
        book.write(machine, jsonLine({ atMs: clock(), level, service, region, trackingId, message, fields }));
      const startMs = clock();
      log('INFO', 'request received', { method: request.method, path: pathOf(request) });
      const claims = checkBearer(request, signer, startMs);
      const response = isRefusal(claims)
        ? unauthorized(claims, trackingId)
        : (handle({ request, claims, clock, log }) ??
          jsonResponse(404, { message: `No resource at ${pathOf(request)}`, errors: [], trackingId }));
      log(response.status < 400 ? 'INFO' : 'WARN', 'request answered', {
        status: response.status,
        durationMs: clock() - startMs,
      });
      return response;
    },
  };
}
