import { randomBytes } from 'node:crypto';
import { base32 } from './base32.ts';
import { tokenHash } from './token.ts';

/** As many as fit on a card, and more than anybody loses telephones. */
const CODES = 10;
/** 120 bits: nobody guesses one, so a plain digest keeps it (ASVS 5.0, 6.5.2 asks for 112). */
const CODE_BYTES = 15;

/** What a code looks like: six groups of four. */
export const recoveryCodePattern = '[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}';

/** Codes that each stand for the second factor once, and what is kept of them. */
export function newRecoveryCodes(): { readonly codes: readonly string[]; readonly kept: string } {
  const codes = Array.from({ length: CODES }, () =>
    base32(randomBytes(CODE_BYTES)).replace(/.{4}(?=.)/g, '$&-'),
  );
  return { codes, kept: JSON.stringify(codes.map(tokenHash)) };
}

/** What is kept once this code was used; undefined where it is none of them. */
export function withoutCode(kept: string, code: string): string | undefined {
  const hashes = JSON.parse(kept) as readonly string[];
  const used = tokenHash(code);
  return hashes.includes(used) ? JSON.stringify(hashes.filter((hash) => hash !== used)) : undefined;
}

/** How many are left. */
export function codesLeft(kept: string): number {
  return (JSON.parse(kept) as readonly string[]).length;
}
