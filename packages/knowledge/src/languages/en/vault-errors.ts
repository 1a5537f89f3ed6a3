import type { Words } from '../../words.ts';

export const vaultErrors: Words['vaultErrors'] = {
  'vault/key-unreadable': {
    what: 'No OpenPGP key could be read from this file.',
    next: 'Export the key with gpg --armor --export, and give that file.',
  },
  'vault/key-private': {
    what: 'This is a private key; sealing needs the public one.',
    next: 'Export the public key with gpg --armor --export. The private key stays with its holder.',
  },
  'vault/key-version': {
    what: 'The key is of a version that gpg 2.2 cannot use.',
    next: 'Make a key of version 4, for example with gpg 2.2 itself.',
  },
  'vault/key-algorithm': {
    what: 'The key uses an algorithm that gpg 2.2 cannot use.',
    next: 'Use RSA with at least 3072 bits, Curve25519 in the form that gpg makes, or a NIST curve.',
  },
  'vault/key-weak': {
    what: 'The key is too short: RSA needs at least 3072 bits.',
    next: 'Make a longer key.',
  },
  'vault/key-expired': {
    what: 'The key has expired.',
    next: 'Ask its holder to extend it, and to export it again.',
  },
  'vault/key-revoked': {
    what: 'The key was revoked.',
    next: 'Ask its holder for the key that replaces it.',
  },
  'vault/key-not-yet-valid': {
    what: 'The key is not valid yet.',
    next: 'Check the clock of this machine, and the day on which the key begins.',
  },
  'vault/key-not-for-encryption': {
    what: 'The key can sign, but nothing can be encrypted for it.',
    next: 'Ask its holder to add a subkey for encryption, and to export the key again.',
  },
  'vault/too-few-recipients': {
    what: 'Too few different keys were given.',
    next: 'Give at least as many keys as the policy asks for; a second one keeps a lost key from being a lost original.',
  },
  'vault/key-public': {
    what: 'The file holds no private key.',
    next: 'Export it with gpg --export-secret-keys on the machine of its holder.',
  },
  'vault/password-needed': {
    what: 'The private key is locked with a password.',
    next: 'Type it when it is asked for, or name a file that holds it.',
  },
  'vault/password-wrong': {
    what: 'The password does not unlock the private key.',
    next: 'Check the password; capitals count.',
  },
  'vault/not-sealed': {
    what: 'This is no sealed file.',
    next: 'Give the file that was written when the original was sealed.',
  },
  'vault/wrong-key': {
    what: 'None of the keys opens this file: it was sealed for others.',
    next: 'Ask the holder of one of the keys that it was sealed for.',
  },
  'vault/damaged': {
    what: 'The file was changed or cut; what came out of it was thrown away.',
    next: 'Fetch it again, and compare its SHA-256 with the one in the case.',
  },
  'vault/unsupported': {
    what: 'The file is encrypted in a way that cannot be opened here.',
    next: 'Open it with gpg.',
  },
  'vault/key-not-for-signing': {
    what: 'Nothing can be signed with this key: it has expired, was revoked, or is for encryption alone.',
    next: 'Give a private key with a valid part for signing; gpg --list-secret-keys marks it [S].',
  },
};
