import { h, reached, show, toast, toggle } from '../../framework/element.ts';
import { Observable } from '../../framework/observable.ts';
import { pageConfig } from '../../framework/page-config.ts';
import { shownNumber } from '../../framework/phone-number.ts';
import type { PageContext } from '../main.ts';
import { http } from '../session.ts';
import { failureCard, failureText } from './failure-card.ts';

interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly licence: string;
}

interface Recording {
  readonly enabled: boolean;
  readonly record: string;
  readonly vendor: { readonly name: string };
}

export function open({ organisationId, view, go }: PageContext, [userId = '']: readonly string[]): void {
  const base = `${pageConfig.provisioning}/api/v1/customers/${organisationId}/users/${userId}`;
  const templates = `${pageConfig.settings}/settings-service/api/v1/templates/configure/users/${userId}`;
  together<unknown>([
    http.get(base),
    http.get(`${templates}?includeAllOrgTemplates=true`),
    http.get(`${base}/features/callrecording`),
  ]).subscribe(
    ([user, , recording]) => {
      show(view, ...userView(user as User, recording as Recording, base, go));
      reached('user');
    },
    (reason) => {
      show(view, failureCard('This user could not be loaded', reason));
      reached('failed');
    },
  );
}

function userView(user: User, recording: Recording, base: string, go: PageContext['go']): HTMLElement[] {
  let wanted = recording.enabled;
  const state = h('span', { class: 'state' }, stateOf(recording));
  const save = h('button', { class: 'primary', onclick: () => saveRecording() }, 'Save');
  const saveRecording = () => {
    save.setAttribute('disabled', '');
    reached('saving');
    http
      .patch(`${base}/features/callrecording`, { enabled: wanted, record: wanted ? 'Always' : 'Never' })
      .map((answer) => answer as Recording)
      .subscribe(
        (saved) => {
          save.removeAttribute('disabled');
          state.textContent = stateOf(saved);
          toast('good', 'Call recording saved');
          reached('saved');
        },
        (reason) => {
          save.removeAttribute('disabled');
          toast('bad', 'Call recording change failed', failureText(reason));
          reached('failed');
        },
      );
  };
  return [
    h(
      'p',
      { class: 'crumbs' },
      h('button', { class: 'link', onclick: () => go('/users') }, 'Users'),
      ' / ',
      user.name,
    ),
    h('h1', {}, user.name),
    h('p', { class: 'lead' }, `${user.email} · ${shownNumber(user.phoneNumber)} · ${user.licence}`),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Call recording'),
      h('p', {}, `Calls of this user are recorded by ${recording.vendor.name}.`),
      h(
        'div',
        { class: 'row' },
        toggle('Record calls', recording.enabled, (on) => {
          wanted = on;
        }),
        h('span', {}, 'Record calls'),
        state,
      ),
      save,
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Voicemail and fax'),
      h('p', {}, 'Greetings, notifications and fax messaging.'),
      h(
        'button',
        { class: 'secondary', onclick: () => go(`/users/${user.id}/voicemail`) },
        'Voicemail and fax settings',
      ),
    ),
  ];
}

function stateOf({ enabled, record }: Recording): string {
  return enabled ? `On (${record})` : 'Off';
}

/** All answers, or the first failure. The requests go out in the order of the list. */
function together<T>(answers: readonly Observable<T>[]): Observable<T[]> {
  return new Observable((observer) => {
    const values: T[] = [];
    let missing = answers.length;
    let failed = false;
    answers.forEach((answer, at) => {
      answer.subscribe(
        (value) => {
          values[at] = value;
          missing--;
          if (missing === 0 && !failed) observer.next(values);
        },
        (reason) => {
          if (!failed) observer.error(reason);
          failed = true;
        },
      );
    });
  });
}
