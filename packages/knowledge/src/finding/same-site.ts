import type { CookieReason } from './finding-facts.ts';

/** The attribute that kept a cookie out of another site's page; none counts as `Lax`. */
export function sameSiteOf(reason: CookieReason): string {
  return reason === 'SameSiteStrict' ? 'SameSite=Strict' : 'SameSite=Lax';
}
