import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../accounts/identity.ts';
import type { Permission } from '../accounts/roles.ts';
import { RequestError } from '../http/request-error.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Service } from '../service.ts';

/** A JSON Schema, as the API description shows it and as requests are checked against it. */
export type JsonSchema = { readonly [name: string]: unknown };

/** Of one address, where a route says nothing else. */
export const REQUESTS_PER_MINUTE = 600;

/** Who may call a route: everybody, whoever is signed in, or whoever has a permission. */
export type Access = 'public' | 'signed-in' | Permission;

export interface RouteCall<Body, Query> {
  readonly service: Service;
  readonly metrics: Metrics;
  /** Absent on public routes. */
  readonly identity: Identity | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One route of the API. What is not said here does not hold: a route without an access cannot be written. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly access: Access;
  /** For the API description. */
  readonly summary: string;
  readonly query?: JsonSchema;
  readonly body?: JsonSchema;
  /** The body is a file and is given as a stream. */
  readonly takesFile?: true;
  /** The same, whatever its media type says. */
  readonly takesBytes?: true;
  /** For programs that sign what they send, and have no page of ours: whoever calls is nobody, whatever cookie comes along. */
  readonly isSigned?: true;
  readonly answer: { readonly status: number; readonly schema?: JsonSchema; readonly mediaType?: string };
  /** Calls of one address in a minute; default {@link REQUESTS_PER_MINUTE}. */
  readonly perMinute?: number;
  readonly handle: (call: RouteCall<unknown, unknown>) => Promise<unknown>;
}

/** A route whose handler knows the types that its schemas promise. */
export function route<Body = undefined, Query = Record<string, never>>(
  definition: Omit<Route, 'handle'> & { readonly handle: (call: RouteCall<Body, Query>) => Promise<unknown> },
): Route {
  return definition as unknown as Route;
}

/** Who calls. Only for routes whose access is not `public`. */
export function caller(call: { readonly identity: Identity | undefined }): Identity {
  if (call.identity === undefined) throw new Error('a public route asked who calls');
  return call.identity;
}

/** The caller as the one on whose behalf something is done. */
export function actorOf(call: { readonly identity: Identity | undefined }): {
  readonly name: string;
  readonly tenantId: string;
} {
  const { accountId, tenantId } = caller(call);
  return { name: `account:${accountId}`, tenantId };
}

/** Who calls, for what no API token may do in somebody's name. Error: `request/forbidden`. */
export function inPerson(call: { readonly identity: Identity | undefined }): Identity {
  const identity = caller(call);
  if (identity.via !== 'session') throw new RequestError('request/forbidden');
  return identity;
}
