/** What makes a leaked credential worthless. */
export type Revocation =
  | 'change-password'
  | 'sign-out'
  | 'revoke-token'
  | 'rotate-key'
  | 'replace-key-pair'
  | 'recreate-link'
  | 'block-card'
  | 'expires-by-itself'
  | 'nothing';
