import { h, reached, show } from '../framework/element.ts';
import { pageConfig } from '../framework/page-config.ts';
import { shownNumber } from '../framework/phone-number.ts';
import { ask, type HubAnswers, loadAll, signedInToken } from './hub-requests.ts';
import { type Feature, visibleFeatures } from './visible-features.ts';

async function start(): Promise<void> {
  const token = await signedInToken();
  if (token === undefined) {
    show(document.body, h('main', {}, h('p', { class: 'loading' }, 'You are signed out.')));
    reached('signed-out');
    return;
  }
  const answers = await loadAll(token);
  const features = visibleFeatures(answers);
  const view = h('main', { class: 'hub' });
  show(
    document.body,
    h(
      'header',
      {},
      h('span', { class: 'mark' }),
      h('strong', {}, 'Tern Hub'),
      h('span', { class: 'customer' }, answers.me?.organisation.name ?? ''),
    ),
    view,
  );
  show(view, ...hubView(answers, features));
  if (features.some(({ name }) => name === 'singleNumberReach')) await showReach(token);
  reached(answers.failed ? 'failed' : 'hub');
}

function hubView({ me, failed }: HubAnswers, features: readonly Feature[]): HTMLElement[] {
  const warning = h(
    'section',
    { class: 'card failure', role: 'alert' },
    h('h2', {}, 'Some settings could not be loaded'),
    h('p', {}, 'Try again in a few minutes.'),
  );
  return [
    h('h1', {}, `Hello ${me?.name.split(' ')[0] ?? ''}`),
    h(
      'p',
      { class: 'lead' },
      me === undefined ? '' : `${shownNumber(me.phoneNumber)} · extension ${me.extension} · ${me.licence}`,
    ),
    ...(failed ? [warning] : []),
    h('h2', { class: 'section' }, 'Call settings'),
    h('div', { class: 'grid' }, ...features.map(card)),
  ];
}

function card({ name, title, text }: Feature): HTMLElement {
  return h(
    'section',
    { class: 'card', id: `feature-${name}` },
    h('h2', {}, title),
    h('p', {}, text),
    h('p', { class: 'value' }),
  );
}

async function showReach(token: string): Promise<void> {
  const answer = await ask(token, `${pageConfig.provisioning}/api/v1/users/me/features/singlenumberreach`);
  const { numbers = [] } = (answer ?? {}) as { numbers?: { phoneNumber: string }[] };
  const value = document.querySelector('#feature-singleNumberReach .value');
  if (value !== null)
    value.textContent = numbers.map(({ phoneNumber }) => shownNumber(phoneNumber)).join(', ');
}

void start();
