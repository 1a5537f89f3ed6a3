import type { ExchangeFacts } from './exchange.ts';

/** Facts of the findings `permission/…`, by id. */
export type PermissionFacts = {
  readonly 'permission/feature-no-access': ExchangeFacts & {
    /** Keys of the hidden features, joined by a comma and a blank; the first ten. */
    readonly features: string;
    readonly featureCount: number;
    /** The template's own name. */
    readonly template?: string;
    /** `ORG`, `USER` …, as written. */
    readonly level?: string;
    /** Another template of the same answer grants some of them. */
    readonly conflicting: boolean;
  };
};
