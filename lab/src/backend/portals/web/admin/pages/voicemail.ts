import { h, reached, show, toast, toggle } from '../../framework/element.ts';
import { pageConfig } from '../../framework/page-config.ts';
import type { PageContext } from '../main.ts';
import { http } from '../session.ts';
import { failureCard, failureText } from './failure-card.ts';

interface Voicemail {
  enabled: boolean;
  notifications: { enabled: boolean; destination: string | null };
  sendAllCalls: { enabled: boolean };
  sendBusyCalls: { enabled: boolean; greeting: string };
  sendUnansweredCalls: { enabled: boolean; greeting: string; maxRings: number };
  transferToNumber: { enabled: boolean; destination: string | null };
  emailCopyOfMessage: { enabled: boolean; emailId: string | null };
  faxMessage: { enabled: boolean; phoneNumber: string | null; extension: string | null };
  messageStorage: { mwiEnabled: boolean; storageType: string; externalEmail: string | null };
}

export function open({ organisationId, view, go }: PageContext, [userId = '']: readonly string[]): void {
  const url = `${pageConfig.provisioning}/api/v1/customers/${organisationId}/users/${userId}/voicemail`;
  const load = (step: string) =>
    http
      .get(url)
      .map((answer) => answer as Voicemail)
      .subscribe(
        (voicemail) => {
          show(
            view,
            ...form(
              voicemail,
              () => save(voicemail),
              () => go(`/users/${userId}`),
            ),
          );
          reached(step);
        },
        (reason) => {
          show(view, failureCard('The voicemail settings could not be loaded', reason));
          reached('failed');
        },
      );
  const save = (voicemail: Voicemail) => {
    reached('saving');
    http.patch(url, voicemail).subscribe(
      (answer) => {
        const { results } = answer as { results: { status: string; summary?: string }[] };
        const refused = results.find(({ status }) => status === 'FAILED');
        if (refused === undefined) toast('good', 'Voicemail settings saved');
        else toast('bad', 'Some settings were refused', refused.summary);
        load('saved');
      },
      (reason) => {
        toast('bad', 'The voicemail settings could not be saved', failureText(reason));
        reached('failed');
      },
    );
  };
  load('voicemail');
}

function form(voicemail: Voicemail, save: () => void, back: () => void): HTMLElement[] {
  const { faxMessage, notifications, sendBusyCalls, sendUnansweredCalls, emailCopyOfMessage } = voicemail;
  const switches: readonly [label: string, item: { enabled: boolean }][] = [
    ['Voicemail', voicemail],
    ['Send busy calls to voicemail', sendBusyCalls],
    ['Send unanswered calls to voicemail', sendUnansweredCalls],
    ['Notify by e-mail', notifications],
    ['Copy messages by e-mail', emailCopyOfMessage],
  ];
  return [
    h('p', { class: 'crumbs' }, h('button', { class: 'link', onclick: back }, 'Back to the user')),
    h('h1', {}, 'Voicemail and fax'),
    h('p', { class: 'lead' }, 'What callers hear, and where messages and faxes go'),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Voicemail'),
      ...switches.map(([label, item]) => switchRow(label, item)),
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, 'Fax messaging'),
      h('p', {}, 'Faxes to this number arrive in the voicemail box.'),
      switchRow('Fax messaging', faxMessage),
      h(
        'label',
        {},
        'Fax number',
        h('input', {
          type: 'tel',
          value: faxMessage.phoneNumber ?? '',
          placeholder: 'none',
          oninput: (event) => {
            const { value } = event.target as HTMLInputElement;
            faxMessage.phoneNumber = value === '' ? null : value;
          },
        }),
      ),
    ),
    h('button', { class: 'primary', onclick: save }, 'Save'),
  ];
}

function switchRow(label: string, item: { enabled: boolean }): HTMLElement {
  const change = (on: boolean) => {
    item.enabled = on;
  };
  return h('div', { class: 'row' }, toggle(label, item.enabled, change), h('span', {}, label));
}
