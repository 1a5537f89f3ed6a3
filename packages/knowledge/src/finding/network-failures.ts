import type { FindingSentences, GroupWords } from '../words.ts';
import type { NetworkFacts, NetworkFailure, TlsFault } from './finding-facts.ts';

/** What one language says of failures below HTTP, from which the sentences of all their findings are made. */
export interface NetworkFailureWords {
  /** The verdict's sentence around a cause. */
  unanswered(facts: NetworkFacts, failure: NetworkFailure, cause: string): string;
  readonly cause: Readonly<Record<NetworkFailure, string>>;
  /** Why it is so, and what it means. */
  why(failure: NetworkFailure): string;
  readonly step: Readonly<Record<NetworkFailure, string>>;
  readonly tlsCause: Readonly<Record<TlsFault, string>>;
  readonly tlsStep: Readonly<Record<TlsFault, string>>;
  /** A cause that met several hosts at once. */
  forHosts(cause: string, hosts: number): string;
}

type Plain =
  | 'fail/network'
  | 'fail/dns'
  | 'fail/refused'
  | 'fail/unreachable'
  | 'fail/timeout'
  | 'fail/reset'
  | 'fail/empty'
  | 'fail/offline'
  | 'fail/tls';

/** The findings whose kind says it all. */
export function networkFailures(words: NetworkFailureWords): Pick<GroupWords<'fail'>, Plain> {
  const { unanswered, cause, why, step, tlsCause, tlsStep, forHosts } = words;
  const plain = (failure: NetworkFailure): FindingSentences<NetworkFacts> => ({
    verdict: (f) => unanswered(f, failure, cause[failure]),
    explanation: () => why(failure),
    nextStep: () => step[failure],
  });
  return {
    'fail/network': {
      verdict: (f) => unanswered(f, f.failure, cause[f.failure]),
      explanation: (f) => why(f.failure),
      nextStep: (f) => step[f.failure],
    },
    'fail/dns': plain('dns'),
    'fail/refused': plain('refused'),
    'fail/unreachable': plain('unreachable'),
    'fail/timeout': plain('timeout'),
    'fail/reset': plain('reset'),
    'fail/empty': plain('empty'),
    'fail/offline': {
      ...plain('offline'),
      verdict: (f) =>
        unanswered(f, 'offline', f.hosts > 1 ? forHosts(cause.offline, f.hosts) : cause.offline),
    },
    'fail/tls': {
      verdict: (f) => unanswered(f, 'tls', tlsCause[f.fault]),
      explanation: () => why('tls'),
      nextStep: (f) => tlsStep[f.fault],
    },
  };
}
