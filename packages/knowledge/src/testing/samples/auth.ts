import { type GroupSamples, request, withoutId } from './shared.ts';

export const authSamples: GroupSamples<'auth'> = {
  'auth/unauthorized': ([401, 403, 407] as const).flatMap((status) =>
    (['sent', 'missing', 'not-observable'] as const).flatMap((credentials) => [
      { ...request, status, credentials, errorText: 'Token expired', healed: false },
      { ...withoutId, status, credentials, healed: true },
    ]),
  ),
};
