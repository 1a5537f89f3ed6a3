/**
 * How far a deletion was proven. `P0` not removable · `P1` gone from pages and API · `P2` in a bin until a date · `P3` gone from
 * the primary store, copies possible · `P4` verified absent by looking at the store itself. In this order, weakest first.
 */
export const purgeLevels = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
export type PurgeLevel = (typeof purgeLevels)[number];

/** Where copies of a deleted attachment may live on. */
export const residualCopies = [
  'mail-copies',
  'backups',
  'same-content-elsewhere',
  'search-index',
  'old-versions',
  'thumbnails',
  'merged-cases',
  'deleted-records',
  'content-delivery',
] as const;
export type ResidualCopy = (typeof residualCopies)[number];
