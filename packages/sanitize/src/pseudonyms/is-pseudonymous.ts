import { isSanitisedBasic } from './basic.ts';
import { isNumericPseudonym, isPseudonym, withoutFill } from './grammar.ts';
import { isSanitisedJwt } from './jwt.ts';
import { opaqueLengthBeforeOrgTail } from './org-tail.ts';

/**
 * Whether a value is something sanitizing wrote: a pseudonym, a number of ours, a sanitized JWT, Basic
 * credentials of pseudonyms, a pseudonym with its org tail or filled up to a length. Detectors leave it alone.
 */
export function isPseudonymous(value: string): boolean {
  if (value.startsWith('hx-')) {
    return isPseudonym(withoutFill(value, '.')) || isPseudonym(value.slice(0, pseudonymEnd(value)));
  }
  if (value.startsWith('e')) return isSanitisedJwt(value);
  if (value.startsWith('777')) return value.length === 15 && isNumericPseudonym(Number(value));
  return (value.startsWith('aHgt') || value.startsWith('Omh4')) && isSanitisedBasic(value);
}

function pseudonymEnd(value: string): number {
  return opaqueLengthBeforeOrgTail(value) ?? 0;
}
