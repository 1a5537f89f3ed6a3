import type { GroupFixers } from './fixer.ts';

export const authFixers: GroupFixers<'auth'> = {
  'auth/unauthorized': ({ healed, status }) => {
    if (healed) return 'nobody';
    if (status === 407) return 'customer-network';
    return status === 403 ? 'customer-administrator' : 'browser';
  },
};
