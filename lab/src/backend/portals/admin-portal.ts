import { page } from '../identity/identity-provider.ts';
import { pathOf } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';
import { bundleOf } from './bundle.ts';
import { pageHtml } from './page-html.ts';
import { asset, notFound } from './portal-assets.ts';
import type { PageConfig } from './web/framework/page-config.ts';

export const adminHost = 'admin.example.test';

/** The administrators' portal: files only; its page signs in by itself and then talks to the services. */
export async function adminPortal(hosts: PageConfig): Promise<Service> {
  const bundle = await bundleOf('admin');
  return {
    machine: 'admin-portal',
    host: adminHost,
    workMs: [1, 4],
    async answer(request) {
      const path = pathOf(request);
      const file = asset(bundle, path);
      if (file !== undefined) return file;
      // Every other address is the page's own; it finds its way by what stands in the address bar.
      if (request.method !== 'GET' || path.startsWith('/assets/')) return notFound;
      return page(200, pageHtml('Tern Admin Centre', bundle.script, bundle.style, hosts));
    },
  };
}
