/**
 * What the workbench's page may do, whoever serves it: run its own scripts and workers, compile the scanner, and speak to where it
 * came from. Captured pages are previewed in frames of their own that may do nothing at all.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  'media-src blob:',
  'font-src data: blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  'frame-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Media types of the page's files, by their endings. */
export const pageMediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  // The OpenPGP library, as it was published.
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.har': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
