import { h, reached, show } from '../../framework/element.ts';
import { pageConfig } from '../../framework/page-config.ts';
import { shownNumber } from '../../framework/phone-number.ts';
import type { PageContext } from '../main.ts';
import { http } from '../session.ts';
import { failureCard } from './failure-card.ts';

interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly extension: string;
  readonly licence: string;
  readonly location: string;
}

export function open({ organisationId, view, go }: PageContext): void {
  http
    .get(`${pageConfig.provisioning}/api/v1/customers/${organisationId}/users`)
    .map((answer) => (answer as { users: User[] }).users)
    .subscribe(
      (users) => {
        show(
          view,
          h('h1', {}, 'Users'),
          h('p', { class: 'lead' }, `${users.length} people use Tern Calling`),
          list(users, go),
        );
        reached('users');
      },
      (reason) => {
        show(view, h('h1', {}, 'Users'), failureCard('The users could not be loaded', reason));
        reached('failed');
      },
    );
}

function list(users: readonly User[], go: PageContext['go']): HTMLElement {
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h('tr', {}, ...['Name', 'Number', 'Extension', 'Licence', 'Location'].map((text) => h('th', {}, text))),
    ),
    h(
      'tbody',
      {},
      ...users.map((user) =>
        h(
          'tr',
          {},
          h(
            'td',
            {},
            h('button', { class: 'link', onclick: () => go(`/users/${user.id}`) }, user.name),
            h('small', {}, user.email),
          ),
          h('td', { class: 'number' }, shownNumber(user.phoneNumber)),
          h('td', { class: 'number' }, user.extension),
          h('td', {}, h('span', { class: `tag ${user.licence.toLowerCase()}` }, user.licence)),
          h('td', {}, user.location),
        ),
      ),
    ),
  );
}
