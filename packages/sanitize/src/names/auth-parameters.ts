/** One `name=value` of an authentication field; offsets of the value without its quotation marks, half-open. */
export interface AuthParameter {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The parameters from `from` on, parted by commas, semicolons, ampersands or blanks; what is none is passed over.
 * Read by code, because a pattern with optional blanks around `=` takes quadratic time on long names.
 * Spec: RFC 9110 §11.2 (auth-param), §5.6.4 (quoted-string).
 */
export function readAuthParameters(value: string, from: number): AuthParameter[] {
  const parameters: AuthParameter[] = [];
  let at = from;
  while (at < value.length) {
    const nameEnd = endOfName(value, at);
    const equals = skipBlank(value, nameEnd);
    if (nameEnd === at || value[equals] !== '=') {
      at = Math.max(nameEnd, at + 1);
      continue;
    }
    const name = value.slice(at, nameEnd).toLowerCase();
    const opening = skipBlank(value, equals + 1);
    const isQuoted = value[opening] === '"';
    const start = isQuoted ? opening + 1 : opening;
    const end = isQuoted ? endOfQuoted(value, start) : endOfBare(value, start);
    parameters.push({ name, start, end });
    at = isQuoted ? end + 1 : Math.max(end, start);
  }
  return parameters;
}

function endOfName(value: string, at: number): number {
  let end = at;
  while (end < value.length && /[A-Za-z0-9_-]/.test(value[end] ?? '')) end++;
  return end;
}

/** One blank at most, so that `Bearer = x` and prose are not read across. */
function skipBlank(value: string, at: number): number {
  return value[at] === ' ' ? at + 1 : at;
}

function endOfQuoted(value: string, start: number): number {
  let end = start;
  while (end < value.length && value[end] !== '"') end += value[end] === '\\' ? 2 : 1;
  return Math.min(end, value.length);
}

function endOfBare(value: string, start: number): number {
  let end = start;
  while (end < value.length && !/[\s,;&"]/.test(value[end] ?? '')) end++;
  return end;
}
