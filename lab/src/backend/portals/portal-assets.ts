import { page } from '../identity/identity-provider.ts';
import type { HopResponse } from '../wire/message.ts';
import type { Bundle } from './bundle.ts';
import { favicon } from './page-html.ts';

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
