import type { Site, SiteRequest, SiteResponse } from '../network/site.ts';
import { pageOf, sendHtml, sendJson } from './page.ts';

type Route = (request: SiteRequest, response: SiteResponse) => void | Promise<void>;

/** The page that a scenario is about, and what its host answers besides. */
export interface PortalSpec extends Pick<Site, 'protocol' | 'scheme' | 'tlsDelayMs'> {
  /** Default `portal.example.test`. */
  readonly host?: string;
  readonly title?: string;
  /** Runs in the page; see `pageOf`. */
  readonly script: string;
  /** Markup after the heading. */
  readonly body?: string;
  /** By path; what is missing here is a 404 in JSON. */
  readonly routes?: Readonly<Record<string, Route>>;
}

export function portal(spec: PortalSpec): Site {
  const { host = 'portal.example.test', title = 'Directory', script, body, routes = {}, ...site } = spec;
  return {
    ...site,
    host,
    handle(request, response) {
      const path = (request.url ?? '/').replace(/\?.*/s, '');
      const route = routes[path];
      if (route !== undefined) return route(request, response);
      if (path === '/') return sendHtml(response, pageOf(title, script, body));
      return sendJson(response, { error: 'no such resource' }, 404);
    },
  };
}

/** A call that fails must not end the page's script: applications show a message and go on. */
export const TRY = `const call = async (url, init) => {
  try {
    const response = await fetch(url, init);
    return await response.text();
  } catch (error) {
    document.body.append(String(error));
  }
};`;

/** Lets a page of another host read the answer. */
export function allowOrigin(response: SiteResponse, origin = 'https://portal.example.test'): void {
  response.setHeader('access-control-allow-origin', origin);
}

/** Resolves after that many milliseconds: the time that a server takes on purpose. */
export function takes(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
