import { h, reached, show } from '../../framework/element.ts';
import { pageConfig } from '../../framework/page-config.ts';
import type { PageContext } from '../main.ts';
import { http } from '../session.ts';
import { failureCard } from './failure-card.ts';

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly numberCount: number;
}

export function open({ organisationId, view, go }: PageContext): void {
  http
    .get(`${pageConfig.provisioning}/api/v1/customers/${organisationId}/locations`)
    .map((answer) => (answer as { locations: Location[] }).locations)
    .subscribe(
      (locations) => {
        show(
          view,
          h('h1', {}, 'Locations'),
          h('div', { class: 'grid' }, ...locations.map((one) => card(one, go))),
        );
        reached('locations');
      },
      (reason) => {
        show(view, h('h1', {}, 'Locations'), failureCard('The locations could not be loaded', reason));
        reached('failed');
      },
    );
}

function card({ id, name, address, numberCount }: Location, go: PageContext['go']): HTMLElement {
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, h('button', { class: 'link', onclick: () => go(`/locations/${id}/numbers`) }, name)),
    h('p', {}, address),
    h('p', {}, `${numberCount} numbers`),
  );
}
