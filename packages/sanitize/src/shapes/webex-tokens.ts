import { opaqueLengthBeforeOrgTail } from '../pseudonyms/org-tail.ts';
import type { ShapeRow, ShapeScan } from './shape-row.ts';
import { isTokenCharacter } from './token-edges.ts';

/** `_`, four characters, `_`, a UUID. */
const TAIL_LENGTH = 42;

/** Longest opaque part read backwards from its tail; the ones seen have 64 characters. */
const MAX_OPAQUE = 2_000;

/** From the literal back over the opaque part; the org tail stays. */
const scanWebexToken: ShapeScan = (text, at) => {
  let start = at;
  while (start > 0 && at - start < MAX_OPAQUE && isOpaque(text.charCodeAt(start - 1))) start--;
  // What stands before may be the end of an escape that looks like a part of the token: it goes too, harmlessly.
  const opaque = opaqueLengthBeforeOrgTail(text.slice(start, at + TAIL_LENGTH));
  return opaque === undefined || opaque < 32 ? undefined : { start, end: start + opaque };
};

function isOpaque(code: number): boolean {
  return isTokenCharacter(code) || code === 45;
}

/**
 * Webex access tokens outside of a place that names them: `<opaque>_<4>_<org uuid>`. Of the four-character
 * cluster marks, which have no public list, these have been seen; elsewhere the name of the place finds the token.
 */
export const webexTokenShapes: readonly ShapeRow[] = [
  {
    id: 'shape/webex-access-token',
    kind: 'access-token',
    provider: 'Webex',
    source: 'https://developer.webex.com/docs/getting-started',
    literals: ['_P0A1_', '_PF84_', '_PE93_', '_PC75_', '_A52D_'],
    begins: 'anywhere',
    pattern: scanWebexToken,
    leak: [
      '<b64u:64>_P0A1_<~uuid>',
      'Bearer <b64u:64>_PF84_<~uuid>',
      '<alnum:64>_PE93_<~uuid>',
      '<alnum:64>_PC75_<~uuid>',
      '<alnum:64>_A52D_<~uuid>',
    ],
    ok: ['ATLAS_P0A1_<~uuid>', 'x_PF84_y'],
  },
];
