import type { GroupWords } from '../../../words.ts';
import { quote, request, search, searchStep } from '../phrases.ts';

export const authFindings: GroupWords<'auth'> = {
  'auth/unauthorized': {
    verdict: (f) => {
      const why = f.errorText === undefined ? '' : `: ${quote(f.errorText)}`;
      const healed = f.healed ? '; it worked when it was asked again' : '';
      if (f.status === 407) return `The proxy asked for a sign-in before ${request(f)} (407)${healed}${why}.`;
      const what =
        f.status === 401
          ? 'was refused, because the service does not accept who asks (401)'
          : 'was forbidden (403)';
      return `${request(f)} ${what}${healed}${why}${search(f)}.`;
    },
    explanation: (f) => {
      if (f.status === 403)
        return 'The service knows who asks and does not allow it: a role, a licence or a scope is missing, or a firewall refused.';
      if (f.credentials === 'missing')
        return 'The request carried no credentials, while others in this capture do.';
      if (f.credentials === 'sent')
        return 'Credentials were sent and not accepted: expired, revoked, or made for another service.';
      return 'Whether credentials were sent cannot be seen: the exporter leaves them out of every request.';
    },
    nextStep: (f) => {
      if (f.healed) return 'Nothing has to be done: a sign-in often begins with a refusal.';
      if (f.status === 407) return 'Sign in at the proxy, or let the host through without.';
      if (f.status === 403) return `Check role, licence and scopes of the person. ${searchStep(f)}`;
      return `Sign out and in again, and try once more. ${searchStep(f)}`;
    },
  },
};
