import { h, reached, show } from '../../framework/element.ts';
import { pageConfig } from '../../framework/page-config.ts';
import type { PageContext } from '../main.ts';
import { http } from '../session.ts';
import { failureCard } from './failure-card.ts';

interface Job {
  readonly type: string;
  readonly status: string;
  readonly created: string;
  readonly total: number;
  readonly done: number;
  readonly errors?: readonly { readonly message: string }[];
}

export function open({ organisationId, view }: PageContext): void {
  http
    .get(`${pageConfig.batch}/api/v1/customers/${organisationId}/jobs`)
    .map((answer) => (answer as { jobs: Job[] }).jobs)
    .subscribe(
      (jobs) => {
        show(view, h('h1', {}, 'Jobs'), list(jobs));
        reached('jobs');
      },
      (reason) => {
        show(view, h('h1', {}, 'Jobs'), failureCard('The jobs could not be loaded', reason));
        reached('failed');
      },
    );
}

function list(jobs: readonly Job[]): HTMLElement {
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...['Job', 'State', 'Progress', 'Started'].map((text) => h('th', {}, text)))),
    h(
      'tbody',
      {},
      ...jobs.map(({ type, status, created, total, done, errors = [] }) =>
        h(
          'tr',
          {},
          h(
            'td',
            {},
            type.toLowerCase().replaceAll('_', ' '),
            ...errors.map(({ message }) => h('small', {}, message)),
          ),
          h('td', {}, h('span', { class: `tag ${status.toLowerCase()}` }, status.toLowerCase())),
          h('td', { class: 'number' }, `${done} of ${total}`),
          h('td', { class: 'number' }, created.slice(0, 16).replace('T', ' ')),
        ),
      ),
    ),
  );
}
