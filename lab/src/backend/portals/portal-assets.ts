import { page } from '../identity/identity-provider.ts';
import type { Random } from '../random.ts';
import type { HopResponse } from '../wire/message.ts';
import type { Bundle } from './bundle.ts';
import { favicon } from './page-html.ts';
import type { PageConfig } from './web/framework/page-config.ts';

/** Whom a page talks to, as origins. */
export type PortalHosts = Omit<PageConfig, 'session' | 'seed'>;

const mediaTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  css: 'text/css; charset=utf-8',
};

export const notFound: HopResponse = page(404, '<!doctype html><title>Not found</title><h1>Not found</h1>');

/** A file of the bundle or the icon; undefined = the path names none. */
export function asset(bundle: Bundle, path: string): HopResponse | undefined {
  if (path === '/favicon.svg') return fileResponse('image/svg+xml', favicon);
  if (!path.startsWith('/assets/')) return undefined;
  const name = path.slice('/assets/'.length);
  const text = bundle.files.get(name);
  if (text === undefined) return undefined;
  return fileResponse(mediaTypes[name.split('.').at(-1) ?? ''] ?? 'text/plain', text);
}

/** What a page is told when it is delivered: a session of its own, from the run's seed. */
export function configFor(random: Random, hosts: PortalHosts): PageConfig {
  return { session: random.uuid(), seed: random.between(1, 0x7fffffff), ...hosts };
}

function fileResponse(type: string, body: string): HopResponse {
  return {
    status: 200,
    // The names carry a hash, so what they name never changes.
    fields: [
      { name: 'content-type', value: type },
      { name: 'cache-control', value: 'public, max-age=31536000, immutable' },
    ],
    body,
  };
}
