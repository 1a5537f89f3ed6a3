import { h, show } from '../framework/element.ts';
import { pageConfig } from '../framework/page-config.ts';
import { http, orUndefined } from './session.ts';

/** The customer that the administrator looks after. */
export interface Customer {
  readonly id: string;
  readonly name: string;
}

const entries = [
  ['Users', '/users'],
  ['Locations', '/locations'],
  ['Jobs', '/jobs'],
] as const;

/** Top bar and navigation. Returns where pages go. */
export function buildShell(organisationId: string, go: (path: string) => void): HTMLElement {
  const view = h('main', {});
  const bell = h('span', { class: 'bell', title: 'Notifications' }, '…');
  const customer = h('span', { class: 'customer' }, '');
  const links = entries.map(([name, path]) =>
    h(
      'a',
      {
        href: path,
        'aria-current': location.pathname.startsWith(path) ? 'page' : undefined,
        onclick: (event) => {
          event.preventDefault();
          go(path);
        },
      },
      name,
    ),
  );
  show(
    document.body,
    h('header', {}, h('span', { class: 'mark' }), h('strong', {}, 'Tern Admin Centre'), customer, bell),
    h('div', { class: 'frame' }, h('nav', { 'aria-label': 'Sections' }, ...links), view),
  );
  orUndefined(
    http.post(`${pageConfig.notifications}/notify/api/v2/notifications/search?orgId=${organisationId}`, {
      types: ['ALERT', 'MAINTENANCE'],
      read: false,
      limit: 20,
    }),
  ).subscribe(
    (answer) => {
      bell.textContent = String((answer as { items?: unknown[] } | undefined)?.items?.length ?? '–');
    },
    () => {},
  );
  orUndefined(http.get(`${pageConfig.provisioning}/api/v1/customers/${organisationId}`)).subscribe(
    (answer) => {
      customer.textContent = (answer as Customer | undefined)?.name ?? '';
    },
    () => {},
  );
  return view;
}

/** Marks the section of the navigation that is open. */
export function markSection(path: string): void {
  for (const link of document.querySelectorAll('nav a')) {
    if (path.startsWith(link.getAttribute('href') ?? '-')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}
