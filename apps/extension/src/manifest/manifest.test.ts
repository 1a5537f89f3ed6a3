import { expect, it } from 'vitest';
import { manifest } from './manifest.ts';

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: unknown;
  readonly content_security_policy: { readonly extension_pages: string };
}

it('asks Chrome for nothing but the debugger when it is installed', () => {
  expect((manifest('chrome', '1.0.0') as Manifest).permissions).toEqual(['debugger']);
});

it.each(['chrome', 'firefox'] as const)(
  'sees no page of %s by itself, and loads no script from elsewhere',
  (browser) => {
    const made = manifest(browser, '1.0.0') as Manifest;
    expect(made.host_permissions).toBeUndefined();
    expect(made.content_scripts).toBeUndefined();
    expect(made.content_security_policy.extension_pages).toContain("script-src 'self' 'wasm-unsafe-eval';");
  },
);
