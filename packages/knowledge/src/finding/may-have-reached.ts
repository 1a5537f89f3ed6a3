import type { NetworkFailure } from './finding-facts.ts';

/** Failures after which the service may have seen the request, so that its logs may know of it. */
const afterSending: ReadonlySet<NetworkFailure> = new Set([
  'timeout',
  'reset',
  'empty',
  'cut',
  'redirect-loop',
  'protocol',
  'web-socket',
  'none',
]);

/** Whether a search of the services' logs can find a request that failed this way. */
export function mayHaveReached(failure: NetworkFailure): boolean {
  return afterSending.has(failure);
}
