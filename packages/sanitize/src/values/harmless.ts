import { isPseudonymous } from '../pseudonyms/is-pseudonymous.ts';
import { isPlaceholder, isRedactionMark } from './placeholder.ts';
import { isPlainWords } from './plain-words.ts';

/** Why a value cannot be a credential, whatever its name is. */
export type HarmlessReason = 'empty' | 'pseudonym' | 'mark';

/** Why a value is no credential unless its name says password, PIN or one-time code. */
export type UnlikelyReason = 'placeholder' | 'boolean' | 'small-number' | 'locale' | 'region' | 'plain-words';

/** Names what makes a value harmless under any name; `undefined` = it may be a credential. */
export function harmlessReason(value: string): HarmlessReason | undefined {
  if (value.length === 0) return 'empty';
  if (isPseudonymous(value)) return 'pseudonym';
  if (isRedactionMark(value)) return 'mark';
  return undefined;
}

/** Names what makes a value unlikely to be a credential; `undefined` = nothing does. */
export function unlikelyReason(value: string): UnlikelyReason | undefined {
  if (isPlaceholder(value)) return 'placeholder';
  if (BOOLEAN.test(value)) return 'boolean';
  if (SMALL_NUMBER.test(value)) return 'small-number';
  if (LOCALE.test(value)) return 'locale';
  if (REGION.test(value)) return 'region';
  if (isPlainWords(value)) return 'plain-words';
  return undefined;
}

const BOOLEAN = /^(?:true|false|yes|no|on|off|y|n|t|f)$/i;

/** Fewer than six digits: counters, ports, versions (`10.4.2`), durations. A session number has more. */
const SMALL_NUMBER = /^[+-]?\d{1,5}(?:\.\d{1,5}){0,3}%?$/;

/** `en`, `en-US`, `zh_Hans_CN`, `pt-BR,pt`, `en_US.UTF-8`. Spec: RFC 5646; POSIX locale names. */
const LOCALE =
  /^[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Z]{2}|\d{3}|[a-z]{2}))?(?:\.[Uu][Tt][Ff]-?8)?(?:,[a-z]{2}(?:-[A-Za-z]{2})?){0,8}$/;

/**
 * Where a cloud runs: `eu-central-1`, `us-gov-west-1`, `us-east-1a` of AWS; `europe-west4`, `asia-northeast1-b` of Google.
 * A closed list of words and two digits at most: all of them together are fewer than anybody would call a secret.
 */
const REGION =
  /^(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[bef]?)?-(?:north|south)?(?:east|west|central|north|south)-\d[a-f]?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south)?(?:east|west|central|north|south)\d{1,2}(?:-[a-f])?)$/;
