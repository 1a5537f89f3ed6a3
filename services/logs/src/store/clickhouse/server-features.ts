/** What a server of some version understands beyond the SQL that all do. */
export interface ServerFeatures {
  readonly version: string;
  /** LowCardinality is there, but has to be allowed with a setting that later servers refuse. Until 19.3. */
  readonly lowCardinality: 'allow' | 'plain';
  /** Skipping indexes over pieces of text, for words. Usable since 20.1. */
  readonly ngramIndex: boolean;
  /** A mutation can be waited for with a setting. Since 20.1. */
  readonly mutationsSync: boolean;
  /** An insert can be made to reach the disk before it is acknowledged. Since 20.10. */
  readonly fsyncAfterInsert: boolean;
}

/** Reads `select version()`. */
export function featuresOf(version: string): ServerFeatures {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const since = (wantedMajor: number, wantedMinor: number) =>
    major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return {
    version,
    lowCardinality: since(19, 4) ? 'plain' : 'allow',
    ngramIndex: since(20, 1),
    mutationsSync: since(20, 1),
    fsyncAfterInsert: since(20, 10),
  };
}
