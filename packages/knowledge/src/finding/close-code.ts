/** What the code says with which a WebSocket was closed. Spec: RFC 6455 §7.4.1; IANA, "WebSocket Close Code Number Registry". */
export type CloseMeaning =
  | 'protocol'
  | 'content'
  | 'no-goodbye'
  | 'refused'
  | 'too-large'
  | 'fault'
  | 'restart'
  | 'overload'
  | 'own';

const meanings: Readonly<Record<number, CloseMeaning>> = {
  1002: 'protocol',
  1003: 'content',
  1006: 'no-goodbye',
  1007: 'content',
  1008: 'refused',
  1009: 'too-large',
  1010: 'protocol',
  1011: 'fault',
  1012: 'restart',
  1013: 'overload',
  1014: 'fault',
  1015: 'no-goodbye',
  3000: 'refused',
  3003: 'refused',
  3008: 'no-goodbye',
};

/** undefined: no code that says anything. From 3000 on they are agreed between page and service. */
export function closeMeaning(code: number | undefined): CloseMeaning | undefined {
  if (code === undefined) return undefined;
  return meanings[code] ?? (code >= 3000 && code <= 4999 ? 'own' : undefined);
}

/** Whether a code says that the connection below the WebSocket ended, and not that one side closed it. */
export function endsBelow(code: number): boolean {
  return closeMeaning(code) === 'no-goodbye';
}
