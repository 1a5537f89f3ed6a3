import { decodeBase64Text } from './base64-text.ts';
import { isPseudonym } from './grammar.ts';

/** User id and password of Basic credentials. */
export interface BasicCredentials {
  readonly user: string;
  readonly password: string;
}

/**
 * Decodes the token after `Basic`; `undefined` when it is not base64 of `user:password`. The user id has no
 * colon, the password may. Spec: RFC 7617 §2.
 */
export function parseBasic(token: string): BasicCredentials | undefined {
  const text = decodeBase64Text(token);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0) return undefined;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Whether Basic credentials are ones that we made: a pseudonym or nothing on both sides of the colon. */
export function isSanitisedBasic(token: string): boolean {
  const parsed = parseBasic(token);
  if (parsed === undefined) return false;
  const isClean = (side: string): boolean => side === '' || isPseudonym(side);
  return isClean(parsed.user) && isClean(parsed.password);
}
