import type { FlowNames, Language, PlaybookLabel, Words } from '@harrier/knowledge';
import type { FlowHop } from './flow.ts';

/** The few words that a diagram or a trace needs besides what logs and playbooks say. */
export interface FlowWords extends FlowNames {
  readonly language: Language;
}

/** The words of a language for diagrams, traces and lists. */
export function flowWords({ language, flow }: Pick<Words, 'language' | 'flow'>): FlowWords {
  return { language, ...flow };
}

/** For programs and for scripts, which ask for no language. */
export const plainFlowWords: FlowWords = {
  language: 'en',
  browser: 'Browser',
  gateway: 'Gateway',
  failed: 'failed',
  notSet: 'not set',
  call: (path) => `call ${path}`,
  noAnswer: (peer) => `no answer from ${peer}`,
  noLine: (call) => `no line for call ${call}`,
};

/** A call as people name it: `12.0`; `''` for a request without a counter. */
export function callText(path: readonly string[]): string {
  return path.join('.');
}

/** A service's name. */
export function hopName({ kind, known, writer }: FlowHop, words: FlowWords = plainFlowWords): string {
  if (kind === 'browser') return words.browser;
  if (known !== undefined) return labelText(known.title, words);
  return kind === 'gateway' ? `${words.gateway} (${writer})` : writer;
}

/** A playbook's label in the language of the words. */
export function labelText(label: PlaybookLabel, { language }: Pick<FlowWords, 'language'>): string {
  return typeof label === 'string' ? label : (label[language] ?? label.en);
}

/** Milliseconds between two moments; null where one is not known. */
export function betweenMs(fromNs: bigint | undefined, toNs: bigint | undefined): number | null {
  return fromNs === undefined || toNs === undefined ? null : Number(toNs - fromNs) / 1_000_000;
}

/** What a hop's failure comes down to in one line; `''` where it did well. */
export function failureText(
  { failure, status, peer }: FlowHop,
  words: Pick<FlowWords, 'noAnswer' | 'failed'> = plainFlowWords,
): string {
  if (failure === undefined) return '';
  if (failure.text !== '') return failure.text;
  if (failure.kind === 'unanswered') return words.noAnswer(peer);
  return status === undefined || status === 0 ? words.failed : `HTTP ${status}`;
}
