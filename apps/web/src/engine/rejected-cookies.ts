import { rejectionOf, setCookies } from '@harrier/analyze';
import type { Entry } from '@harrier/har';

/** A cookie that the browser did not keep, by the field's own rules. */
export interface RejectedCookie {
  readonly name: string;
  readonly reason: NonNullable<ReturnType<typeof rejectionOf>>;
}

/** The cookies of an answer that a browser refuses. */
export function rejectedCookies(entry: Entry): RejectedCookie[] {
  return setCookies(entry).flatMap((cookie) => {
    const reason = rejectionOf(cookie, entry);
    return reason === undefined ? [] : [{ name: cookie.name, reason }];
  });
}
