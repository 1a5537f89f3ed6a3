import type { Words } from '../../words.ts';

export const revocations: Words['revocations'] = {
  'change-password': 'Change it: the password, the PIN or the recovery code.',
  'sign-out': 'Sign the user out everywhere, which ends the session on the server.',
  'revoke-token': 'Revoke the token at whoever issued it (RFC 7009), or sign the user out.',
  'rotate-key': 'Issue a new key, put it into use, then delete this one.',
  'replace-key-pair': 'Replace the key pair and revoke its certificates.',
  'recreate-link': 'Delete the link or the webhook and make a new one.',
  'block-card': 'Have the card blocked by its bank.',
  'expires-by-itself': 'It can be used once or for minutes; it ends by itself.',
  nothing: 'It opens nothing by itself.',
};
