import type { FindingFacts, FindingId } from '../finding-facts.ts';

/** A request as every finding about one knows it. */
export const request = {
  method: 'PATCH',
  host: 'api.example.test',
  path: '/v1/customers/{id}/users/{id}/features/callrecording',
  count: 1,
  trackingId: 'PORTAL_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12',
};
/** The same with what a failure knows. */
export const failed = { ...request, errorText: 'Something broke', healed: false, bodyMissing: false };
const { trackingId: _, ...rest } = request;

/** The request without an id to search for. */
export const withoutId = rest;

/** Facts of every kind in a group, so that each turn of each sentence is taken at least once. */
export type GroupSamples<Group extends string> = {
  readonly [Id in Extract<FindingId, `${Group}/${string}`>]: readonly FindingFacts[Id][];
};
