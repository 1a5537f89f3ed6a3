import { harmlessReason, unlikelyReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isUuid } from '../values/uuid.ts';
import type { NameRow } from './name-row.ts';

/** What stood there in JSON; everywhere else values are text. */
export type ValueType = 'string' | 'number' | 'boolean' | 'null';

/** Whether a value under a name that matters may be a credential. See `ValueGuard` for the rules. */
export function passesGuard(row: NameRow, name: string, value: string, type: ValueType): boolean {
  if (type === 'boolean' || type === 'null') return false;
  if (type === 'number' && row.numbersStay) return false;
  if (harmlessReason(value) !== undefined) return false;
  if (value.length < (row.minLength ?? 0)) return false;
  if (row.uuidsStay && isUuid(value.slice(-UUID_LENGTH))) return false;
  switch (row.guard) {
    case 'any':
      // The folder that a program works in, as its environment calls it.
      if (FOLDER.test(name) && PATH.test(value)) return false;
      return !(SWITCH.test(value) && PREDICATE.test(name.slice(0, 1).toLowerCase() + name.slice(1)));
    case 'digits':
      return isCodeLike(value) || (isTokenLike(value) && looksRandom(value));
    case 'token':
      return isTokenLike(value);
    case 'random':
      if (row.rule === 'name/code' && type === 'string' && ACTIVATION.test(value)) return true;
      return isTokenLike(value) && looksRandom(value);
    case 'opaque':
      return isTokenLike(value) && looksRandom(value) && !/^[0-9A-Fa-f-]+$/.test(value);
  }
}

/** The code by which a device is activated. Source: Webex, "Create a Device Activation Code". */
const ACTIVATION = /^\d{4}(-?)\d{4}\1\d{4}\1\d{4}$/;

/** `showPassword=true`, `save_password=1`: the name asks a question, and this answers it. */
const PREDICATE =
  /^(?:is|has|show|hide|save|store|remember|forgot|reset|change|require|requires|needs|need|must|enable|allow|use|no|with|without)(?:[-_.\s]|[A-Z])/;

const FOLDER = /^(?:OLD)?PWD$/;

const PATH = /^(?:\/[A-Za-z0-9._-]{1,80}){1,16}\/?$/;

const SWITCH = /^(?:true|false|yes|no|on|off|[01])$/i;

const UUID_LENGTH = 36;

/** The shortest token anybody issues; five characters and fewer are guessed faster than leaked. */
export const MIN_TOKEN_LENGTH = 6;

function isTokenLike(value: string): boolean {
  return value.length >= MIN_TOKEN_LENGTH && unlikelyReason(value) === undefined && !isProse(value);
}

/** Words parted by blanks and nothing else: a label or a message (`"token": "Enter the token"`). Tokens have no blanks. */
function isProse(value: string): boolean {
  return value.length <= 500 && /\s/.test(value.trim()) && /^[\p{L}\p{M}\s.,:;!?'’"()-]+$/u.test(value);
}

/** PINs, one-time codes and card numbers: digits among letters at most, grouped by blanks or hyphens. */
function isCodeLike(value: string): boolean {
  return (
    value.length >= 3 &&
    value.length <= 24 &&
    /\d/.test(value) &&
    /^[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){2,23}$/.test(value)
  );
}
