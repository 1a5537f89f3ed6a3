import type { Site, SiteRequest } from '../network/site.ts';
import { type Answer, type Route, send } from './answer.ts';

/** A host by its paths. */
export interface HostSpec extends Omit<Site, 'handle'> {
  /** By `METHOD /path` or `/path`, query excluded; the one with a method goes first. */
  readonly routes: Readonly<Record<string, Route>>;
  /** What its server writes into every response, such as its name. */
  readonly fields?: Answer['fields'];
  /** For paths that are not there; default a 404 in JSON. */
  readonly otherwise?: Route;
}

/** Makes a site of it. */
export function host({ routes, fields, otherwise, ...site }: HostSpec): Site {
  return {
    ...site,
    async handle(request, response) {
      for (const [name, value] of Object.entries(fields ?? {}))
        response.setHeader(name, value as string | string[]);
      const path = pathOf(request);
      const route = routes[`${request.method} ${path}`] ?? routes[path] ?? otherwise ?? missing;
      send(response, typeof route === 'function' ? await route(request, response) : route);
    },
  };
}

const missing: Answer = { status: 404, json: { error: 'no such resource' } };

export function pathOf(request: SiteRequest): string {
  return (request.url ?? '/').replace(/\?.*/s, '');
}

/** A parameter of the query. */
export function parameter(request: SiteRequest, name: string): string | null {
  return new URL(request.url ?? '/', 'https://any.example.test').searchParams.get(name);
}

/** The value of a cookie that the browser sent. */
export function cookie(request: SiteRequest, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=', 2));
  return pairs.find(([key]) => key === name)?.[1];
}
