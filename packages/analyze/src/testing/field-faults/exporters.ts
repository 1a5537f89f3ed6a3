import type { harOf } from '../har-of.ts';

/** What each program calls itself. */
const creators = {
  firefox: { name: 'Firefox', version: '128.0' },
  safari: { name: 'WebKit Web Inspector', version: '1.0' },
  playwright: { name: 'Playwright', version: '1.48.0' },
  charles: { name: 'Charles Proxy', version: '4.6.5' },
  fiddler: { name: 'Fiddler', version: '5.0' },
};

/** What of an entry programs write otherwise than Chrome. */
interface WrittenEntry {
  readonly _resourceType: unknown;
  readonly _initiator?: unknown;
  readonly response: {
    readonly status: number;
    readonly _error?: string;
    readonly _transferSize?: number;
  };
}

/** The same capture as another program writes it: none says what a request was for, and only Playwright says why one failed. */
export function writtenBy(program: keyof typeof creators, capture: ReturnType<typeof harOf>): unknown {
  const { log } = capture as { readonly log: { readonly entries: readonly WrittenEntry[] } };
  const creator = creators[program];
  return {
    log: {
      ...log,
      creator,
      ...(program === 'firefox' ? { browser: creator } : {}),
      entries: log.entries.map((entry) => entryOf(program, entry)),
    },
  };
}

function entryOf(program: keyof typeof creators, entry: WrittenEntry): unknown {
  const { _resourceType, _initiator, ...rest } = entry;
  const { _error, _transferSize, ...response } = entry.response;
  const isAnswered = response.status !== 0;
  if (program === 'playwright')
    return {
      ...rest,
      response: {
        ...response,
        status: isAnswered ? response.status : -1,
        _transferSize: isAnswered ? _transferSize : -1,
        ...(_error === undefined ? {} : { _failureText: _error }),
      },
    };
  if (program === 'safari')
    return {
      ...rest,
      _fetchType: 'Network Load',
      _priority: 'medium',
      response: { ...response, _transferSize },
    };
  if (program === 'firefox')
    return { ...rest, _securityState: 'secure', response: { ...response, bodySize: _transferSize } };
  return { ...rest, response };
}
