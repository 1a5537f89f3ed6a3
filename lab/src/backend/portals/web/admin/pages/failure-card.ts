import { h } from '../../framework/element.ts';
import { HttpFailure } from '../../framework/http-client.ts';

/** What went wrong, for a person, with what support will ask for. */
export function failureCard(title: string, reason: unknown): HTMLElement {
  return h(
    'section',
    { class: 'card failure', role: 'alert' },
    h('h2', {}, title),
    ...lines(reason).map((line) => h('p', {}, line)),
  );
}

/** The failure as text, one thing a line. */
export function failureText(reason: unknown): string {
  return lines(reason).join('\n');
}

function lines(reason: unknown): string[] {
  if (!(reason instanceof HttpFailure)) return ['The page failed.'];
  const id = reason.trackingId === undefined ? [] : [`Tracking ID: ${reason.trackingId}`];
  return [reason.description, ...id];
}
