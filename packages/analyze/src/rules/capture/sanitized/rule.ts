import type { Rule } from '../../../findings/rule.ts';
import { sampleRows } from '../sample.ts';
import { credentialsTakenOut } from './taken-out.ts';

/**
 * Finds captures whose credentials were taken out: by Harrier (its marker), by Chrome's own sanitized export (no cookie
 * and no Authorization anywhere, and the exchange shows that there were some), or by something that left masks. What
 * rules on signing in say of such a capture is "not observable", never "missing".
 * Quiet on: sites that nobody signs in to.
 * Source: Chrome 130, "Export HAR (sanitized)" leaves out Cookie, Set-Cookie and Authorization (measured).
 */
export const sanitized: Rule<'capture/sanitized'> = {
  meta: { id: 'capture/sanitized', severity: 'info', class: 'proven', knowledgeId: 'capture/sanitized' },
  opens: sampleRows,
  *detect(view) {
    const found = credentialsTakenOut(view);
    if (found !== undefined) yield found;
  },
};
