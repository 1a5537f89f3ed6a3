/** How big and how talkative entries are. Ranges are [least, most]. */
export interface Profile {
  /** `full`: the 21 or so request fields that Chrome sends; `few`: what a command-line client sends. */
  readonly headers: 'full' | 'few';
  readonly cookies: readonly [number, number];
  readonly stackFrames: readonly [number, number];
  /** Length of bodies, as a multiple of the portal's. */
  readonly bodyScale: number;
}

/** Hours in an administration portal, saved with bodies: about 38 KB an entry, as in captures of support cases. */
export const portalProfile: Profile = {
  headers: 'full',
  cookies: [4, 14],
  stackFrames: [5, 18],
  bodyScale: 1,
};

/** Many small requests of 4 to 5 KB: what counts is the cost of an entry, not of a byte. */
export const smallEntriesProfile: Profile = {
  headers: 'few',
  cookies: [0, 1],
  stackFrames: [0, 2],
  bodyScale: 1 / 32,
};

export const profiles = { portal: portalProfile, small: smallEntriesProfile } as const;

export const profileNames = Object.keys(profiles) as (keyof typeof profiles)[];
