import { h, reached, show } from '../../framework/element.ts';
import type { Observable } from '../../framework/observable.ts';
import { pageConfig } from '../../framework/page-config.ts';
import { shownNumber } from '../../framework/phone-number.ts';
import type { PageContext } from '../main.ts';
import { http, orUndefined } from '../session.ts';
import { failureCard } from './failure-card.ts';
import type { Location } from './locations.ts';

interface PhoneNumber {
  readonly number: string;
  readonly extension: string | null;
  readonly state: string;
  readonly owner: { readonly name: string } | null;
}

interface Usage {
  readonly locationId: string;
  readonly total: number;
  readonly assigned: number;
}

/** The numbers of a location, and beside them how full the other locations are. */
export function open({ organisationId, view }: PageContext, [locationId = '']: readonly string[]): void {
  const base = `${pageConfig.provisioning}/api/v1/customers/${organisationId}/locations`;
  const table = h('div', {}, h('p', { class: 'loading' }, 'Loading numbers …'));
  const others = h('ul', { class: 'usage' });
  show(
    view,
    h('h1', {}, 'Numbers'),
    h(
      'div',
      { class: 'split' },
      table,
      h('aside', { class: 'card' }, h('h2', {}, 'Other locations'), others),
    ),
  );
  http
    .get(base)
    .map((answer) => (answer as { locations: Location[] }).locations)
    .subscribe(
      (locations) => {
        for (const one of locations.filter(({ id }) => id !== locationId)) {
          showUsage(others, one, orUndefined(http.get(`${base}/${one.id}/numbers/usage`)));
        }
        showNumbers(
          table,
          locations.find(({ id }) => id === locationId),
          http.get(`${base}/${locationId}/numbers`),
        );
      },
      (reason) => {
        show(table, failureCard('The locations could not be loaded', reason));
        reached('failed');
      },
    );
}

function showUsage(list: HTMLElement, location: Location, answer: Observable<unknown>): void {
  const bar = h('meter', { max: '1', value: '0' });
  list.append(h('li', {}, h('span', {}, location.name), bar));
  answer.subscribe(
    (usage) => {
      const { assigned, total } = (usage ?? { assigned: 0, total: 1 }) as Usage;
      bar.setAttribute('value', String(assigned / total));
      bar.setAttribute('title', `${assigned} of ${total}`);
    },
    () => {},
  );
}

function showNumbers(host: HTMLElement, location: Location | undefined, answer: Observable<unknown>): void {
  answer
    .map((value) => (value as { numbers: PhoneNumber[] }).numbers)
    .subscribe(
      (numbers) => {
        show(
          host,
          h('p', { class: 'lead' }, `${location?.name ?? ''}: ${numbers.length} numbers`),
          h(
            'table',
            {},
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                ...['Number', 'Extension', 'State', 'Assigned to'].map((text) => h('th', {}, text)),
              ),
            ),
            h('tbody', {}, ...numbers.map(row)),
          ),
        );
        reached('numbers');
      },
      (reason) => {
        show(host, failureCard('The numbers could not be loaded', reason));
        reached('failed');
      },
    );
}

function row({ number, extension, state, owner }: PhoneNumber): HTMLElement {
  return h(
    'tr',
    {},
    h('td', { class: 'number' }, shownNumber(number)),
    h('td', { class: 'number' }, extension ?? ''),
    h('td', {}, state === 'ACTIVE' ? 'Active' : 'Inactive'),
    h('td', {}, owner?.name ?? '–'),
  );
}
