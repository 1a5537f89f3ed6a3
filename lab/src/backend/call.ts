import { type CallIds, callIds } from './call-ids.ts';
import type { Clock, Region } from './clock.ts';
import type { Estate } from './estate/estate.ts';
import type { LogBook } from './logs/log-book.ts';
import { fieldOf, type HopRequest } from './wire/message.ts';
import type { Wire } from './wire/wire.ts';

/** What every service is given when it starts. */
export interface Surroundings {
  readonly estate: Estate;
  readonly wire: Wire;
  readonly book: LogBook;
  /** The right time; each service makes its own, slightly wrong clock from it. */
  readonly time: Clock;
}

/** The host of a service in a region, as browsers and services call it. */
export function hostOf(service: string, region: Region): string {
  return `${service}-${region}.example.test`;
}

/** Where a machine sits in the data centre; services see each other by such addresses, as logs show them. */
export function addressOf(machine: string): string {
  let sum = 17;
  for (const letter of machine) sum = (sum * 31 + letter.charCodeAt(0)) & 0xffff;
  return `10.71.${100 + (sum % 90)}.${10 + ((sum >> 8) % 230)}`;
}

/** The tracking id a request came with; the gateway sees to it that there is one. */
export function trackingIdOf(request: HopRequest): string {
  return fieldOf(request, 'trackingid') ?? '-';
}

/** The ids for the calls that a service makes while serving this request. */
export function callsOf(request: HopRequest, prefix: string): CallIds {
  return callIds(trackingIdOf(request), prefix);
}
