import { unlikelyReason } from '../values/harmless.ts';
import { looksRandom } from '../values/looks-random.ts';
import { isUuid } from '../values/uuid.ts';
import { splitName } from './split-name.ts';

/** What methods are called that sign in: the end of a name. */
const SIGN_IN = /(?:login|logon|signin|authenticate|unlockaccount)$/;

/** What methods are called whose arguments are passwords: all, or all but whose they are. */
const PASSWORDS = /(?:password|passphrase)$/;

/** How such methods end as they are written, in small letters; who looks a text over first looks for these. */
export const SIGN_IN_ENDS = [
  'login',
  'logon',
  'signin',
  'sign_in',
  'authenticate',
  'unlockaccount',
  'password',
  'passphrase',
] as const;

/** By the place of the user's name, methods of weblogs have the password behind it. Source: WordPress, "XML-RPC WordPress API". */
const WEBLOG = /^(?:wp|metaWeblog|mt|blogger)\./;

/**
 * The names of the arguments of a call that have none, where its method says that it signs in: by their places. `args`
 * are texts, `undefined` where an argument is none.
 */
export function signInArguments(
  method: string,
  args: readonly (string | undefined)[],
): ReadonlyMap<number, string> {
  if (method.length > MAX_METHOD) return NONE;
  if (WEBLOG.test(method)) return new Map([[weblogPlace(method), 'password']]);
  const words = splitName(method).join('');
  const texts = [...args.entries()].filter(([, text]) => text !== undefined && mayBeSecret(text));
  if (PASSWORDS.test(words)) {
    const isOfAnother = texts.length > 2 || (texts.length === 2 && /^(?:set|reset|check|verify)/.test(words));
    return new Map(texts.slice(isOfAnother ? 1 : 0).map(([at]) => [at, 'password']));
  }
  const last = SIGN_IN.test(words) ? texts.at(-1) : undefined;
  if (last === undefined) return NONE;
  // One alone can be who it is.
  if (last[0] > 0) return new Map([[last[0], 'password']]);
  return looksRandom(last[1] ?? '') ? new Map([[0, 'token']]) : NONE;
}

const NONE: ReadonlyMap<number, string> = new Map();

const MAX_METHOD = 100;

function weblogPlace(method: string): number {
  const isOfUser = method.endsWith('getUsersBlogs');
  if (method.startsWith('blogger.')) return isOfUser ? 2 : 3;
  return isOfUser ? 1 : 2;
}

/** Neither a language, a switch, an id, an address of mails nor of a page. */
function mayBeSecret(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 1024 &&
    unlikelyReason(text) === undefined &&
    !isUuid(text) &&
    !/^[a-z][a-z0-9+.-]{1,20}:\/\/|^[^\s@]{1,64}@[^\s@]{1,250}$/i.test(text)
  );
}
