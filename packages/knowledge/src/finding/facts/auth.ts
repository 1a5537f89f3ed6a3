import type { ExchangeFacts } from './exchange.ts';

/** Whether a refused request carried credentials. `not-observable`: the exporter leaves them out. */
export type CredentialsSent = 'sent' | 'missing' | 'not-observable';

/** Facts of the findings `auth/…`, by id. */
export type AuthFacts = {
  readonly 'auth/unauthorized': ExchangeFacts & {
    readonly status: number;
    readonly credentials: CredentialsSent;
    readonly errorText?: string;
    readonly healed: boolean;
  };
};
