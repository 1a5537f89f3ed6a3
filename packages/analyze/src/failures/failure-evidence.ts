import { mayTellOfSignIn } from '../error-text/callback-error.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { fieldPosition } from '../exchange/field-value.ts';
import type { Evidence } from '../findings/finding.ts';

/** Where the status of an answer stands. */
export function statusEvidence(entry: number, role: Evidence['role'] = 'symptom'): Evidence {
  return { entry, pointer: '/response/status', role };
}

/** Where the sentence stands that says why; nothing where it is not in the body. */
export function errorTextEvidence(exchange: Exchange, role: Evidence['role'] = 'cause'): Evidence[] {
  const { error, entry } = exchange;
  if (error === undefined || error.family === 'network') return [];
  if (error.family === 'header') return [];
  if (error.family === 'redirect') {
    const at = fieldPosition(entry.response.headers, 'location');
    const pointer = at < 0 ? '/response/redirectURL' : `/response/headers/${at}/value`;
    return [{ entry: entry.index, pointer, role }];
  }
  if (error.family === 'callback') {
    const isInUrl = mayTellOfSignIn(entry.request.url);
    return [{ entry: entry.index, pointer: isInUrl ? '/request/url' : '/request/postData', role }];
  }
  const bodyPointer = error.pointer;
  return [
    {
      entry: entry.index,
      pointer: '/response/content/text',
      ...(bodyPointer === undefined ? {} : { bodyPointer }),
      role,
    },
  ];
}

/** A header field by its name, where the list has it. */
export function headerEvidence(
  exchange: Exchange,
  side: 'request' | 'response',
  name: string,
  role: Evidence['role'] = 'context',
): Evidence[] {
  const at = fieldPosition(exchange.entry[side].headers, name);
  return at < 0 ? [] : [{ entry: exchange.entry.index, pointer: `/${side}/headers/${at}/value`, role }];
}

/** What the exporter wrote of a broken exchange. */
export function networkErrorEvidence(exchange: Exchange, role: Evidence['role'] = 'cause'): Evidence[] {
  const { networkErrorPointer } = exchange;
  return networkErrorPointer === undefined
    ? []
    : [{ entry: exchange.entry.index, pointer: networkErrorPointer, role }];
}
