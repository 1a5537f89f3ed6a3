import type { ExchangeFacts } from './exchange.ts';

/** Facts of the findings `permission/…`, by id. */
export type PermissionFacts = {
  readonly 'permission/feature-no-access': ExchangeFacts & {
    /** Keys of the hidden features, joined by a comma and a blank; the first ten. */
    readonly features: string;
    readonly featureCount: number;
    /** So many others are hidden as well, and nothing in the capture is about them. */
    readonly alsoHidden?: number;
    /** The template's own name. */
    readonly template?: string;
    /** `ORG`, `USER` …, as written. */
    readonly level?: string;
    readonly rank?: number;
    /** When the template was last changed, as written (ISO 8601). */
    readonly modifiedAt?: string;
    /** Who changed it, as written: mostly an id. */
    readonly modifiedBy?: string;
    /** Another template of the same level grants some of them. */
    readonly conflicting: boolean;
    /**
     * When the service worked out that they are hidden; the template was changed later and grants them. The template's facts
     * are those of the newer one then.
     */
    readonly outdatedSince?: string;
  };
  readonly 'permission/flag-off': ExchangeFacts & {
    readonly status: number;
    /** The flag's own name. */
    readonly flag: string;
    /** Host and path of the answer that has the flag. */
    readonly flagPlace: string;
  };
  readonly 'permission/licence': ExchangeFacts & {
    /** Of a request that was refused. */
    readonly errorText?: string;
    readonly code?: string;
    /** Features that are off for want of a licence, joined by a comma and a blank; empty for a refused request. */
    readonly features: string;
    readonly featureCount: number;
    /** The licence that would have them. */
    readonly required?: string;
  };
  readonly 'permission/vendor-refused': ExchangeFacts & {
    readonly status: number;
    readonly errorText: string;
    /** Who refused. */
    readonly party: string;
    /** What the vendor said, without what the service in front of it added. */
    readonly vendorText: string;
    /** What the service in front of it added. */
    readonly ownText?: string;
    /** The status that the gateway was answered itself. */
    readonly upstreamStatus?: number;
    readonly healed: boolean;
  };
  readonly 'permission/asked-for-off': ExchangeFacts & {
    /** JSON pointer to the switch that was sent as `false`. */
    readonly field: string;
    /** JSON pointer to what was filled in beside it. */
    readonly filled: string;
    /** An earlier answer shows that the switch was off before and the value is new. */
    readonly compared: boolean;
  };
  readonly 'permission/value-lost': ExchangeFacts & {
    /** JSON pointers of the lost values, joined by a comma and a blank; the first five. */
    readonly fields: string;
    readonly fieldCount: number;
    /** The first of them as JSON: what was sent, and what is there; a dash where there is nothing. */
    readonly sent: string;
    readonly found: string;
    /** Other values of the same change are there. */
    readonly partial: boolean;
    /** Nothing of the change is there, and it was read at once: the reading may have come too early. */
    readonly maySettle: boolean;
  };
  readonly 'permission/job-failed': ExchangeFacts & {
    /** How many jobs failed. */
    readonly jobs: number;
    /** Of the newest one: its kind, its status as written, why it failed. */
    readonly job?: string;
    readonly jobStatus: string;
    readonly errorText?: string;
    readonly code?: string;
    readonly done?: number;
    readonly total?: number;
  };
};
