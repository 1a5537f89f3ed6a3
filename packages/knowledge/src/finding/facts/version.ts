import type { ExchangeFacts } from './exchange.ts';

/** Facts of the findings `version/…`, by id. */
export type VersionFacts = {
  readonly 'version/chunk-missing': ExchangeFacts & {
    readonly status: number;
    /** `gone`: the server says so · `page`: it sends a page in its place. */
    readonly how: 'gone' | 'page';
  };
  readonly 'version/stale-document': ExchangeFacts & {
    /** Where the page came from: the browser's own cache, or one on the way. */
    readonly from: 'browser-cache' | 'shared-cache';
    /** How many of the files that it asks for are gone. */
    readonly missing: number;
    /** In s, as the shared cache says. */
    readonly ageS?: number;
  };
  readonly 'version/stale-service-worker': ExchangeFacts & {
    /** How many of the files that the page asks for are gone. */
    readonly missing: number;
  };
  readonly 'version/mixed-builds': ExchangeFacts & {
    /** The field that names the build. */
    readonly field: string;
    /** Names of the builds, with commas between. */
    readonly builds: string;
    /** The one whose answers alone failed. */
    readonly failing?: string;
  };
  readonly 'version/deprecated-api': ExchangeFacts & {
    /** Days, as 2025-03-04. */
    readonly since?: string;
    readonly until?: string;
    /** The day of `until` had passed when the call was made. */
    readonly isOver: boolean;
    /** Path of what takes its place. */
    readonly successor?: string;
  };
};
