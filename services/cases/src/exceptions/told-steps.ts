import type { ExceptionNews } from '@harrier/knowledge';
import type { ExceptionAction } from './exception-event.ts';

/** The steps that a case is told of. A grant is none of them: that something was fetched is what counts. */
const told: Partial<Record<ExceptionAction, ExceptionNews>> = {
  'exception/requested': 'requested',
  'exception/consent-given': 'consent-given',
  'exception/declined': 'declined',
  'exception/approved': 'approved',
  'exception/refused': 'refused',
  'exception/withdrawn': 'withdrawn',
  'exception/released': 'released',
  'exception/fetched': 'fetched',
  'exception/lapsed': 'lapsed',
};

/** What the case is told of a step; undefined where it is told nothing. */
export function newsOf(action: ExceptionAction): ExceptionNews | undefined {
  return told[action];
}

/** What the job of a note is called. Each of these steps happens once to an exception, so it names the note. */
export function noteSubject(id: string, news: ExceptionNews): string {
  return `${id} ${news}`;
}

/** The exception and the step of a job. */
export function noteOfSubject(subject: string): {
  readonly id: string;
  readonly news: ExceptionNews | undefined;
} {
  const [id = '', word = ''] = subject.split(' ');
  return { id, news: Object.values(told).find((news) => news === word) };
}
