import type { ShapeRow } from './shape-row.ts';

/** Stored password hashes: weaker than the password only by an attacker's patience. */
export const passwordHashShapes: readonly ShapeRow[] = [
  {
    id: 'shape/bcrypt-hash',
    kind: 'password-hash',
    provider: 'bcrypt',
    source: 'https://www.usenix.org/legacy/events/usenix99/provos.html',
    literals: ['$2a$', '$2b$', '$2y$'],
    begins: 'anywhere',
    pattern: /\$2[aby]\$[0-9]{2}\$([A-Za-z0-9./]{53})/,
    leak: ['$2b$12$<bcrypt:53>', '$2a$10$<bcrypt:53>', '$2y$10$<bcrypt:53>'],
    ok: ['$2a$ and more', '$2b$12$short'],
  },
  {
    id: 'shape/crypt-hash',
    kind: 'password-hash',
    provider: 'crypt(3): SHA-crypt, MD5-crypt, yescrypt',
    source: 'https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html',
    literals: ['$6$', '$5$', '$1$', '$y$', '$apr1$'],
    begins: 'anywhere',
    pattern:
      /\$(?:[156y]|apr1)\$(?:rounds=[0-9]{1,9}\$)?([A-Za-z0-9./]{0,86}\$[A-Za-z0-9./]{22,86}(?:\$[A-Za-z0-9./]{43})?)/,
    leak: [
      '$6$<bcrypt:16>$<bcrypt:86>',
      '$5$rounds=5000$<bcrypt:16>$<bcrypt:43>',
      '$1$<bcrypt:8>$<bcrypt:22>',
      'ann:$apr1$<bcrypt:8>$<bcrypt:22>',
      '$y$j9T$<bcrypt:22>$<bcrypt:43>',
    ],
    ok: ['a.replace(x,"$1$2")', '$5$10'],
  },
  {
    id: 'shape/argon2-hash',
    kind: 'password-hash',
    provider: 'Argon2, scrypt',
    source: 'https://www.rfc-editor.org/rfc/rfc9106',
    literals: ['$argon2', '$scrypt$'],
    begins: 'anywhere',
    pattern:
      /\$(?:argon2(?:id|i|d)|scrypt)\$(?:v=[0-9]{1,3}\$)?[a-z]{1,3}=[0-9]{1,9}(?:,[a-z]=[0-9]{1,9}){0,4}\$([A-Za-z0-9+/]{8,128}\$[A-Za-z0-9+/]{16,256})/,
    leak: ['$argon2id$v=19$m=65536,t=3,p=4$<b64:22>$<b64:43>', '$scrypt$ln=16,r=8,p=1$<b64:22>$<b64:43>'],
    ok: ['$argon2id$v=19', '$scrypt$'],
  },
  {
    id: 'shape/pbkdf2-hash',
    kind: 'password-hash',
    provider: 'Django, Werkzeug',
    source: 'https://docs.djangoproject.com/en/stable/topics/auth/passwords/',
    literals: ['pbkdf2_sha', 'pbkdf2:sha'],
    pattern: /pbkdf2[_:]sha[0-9]{1,3}[$:][0-9]{3,8}\$([A-Za-z0-9+/]{6,64}\$[A-Za-z0-9+/=]{32,128})/,
    leak: ['pbkdf2_sha256$600000$<alnum:22>$<b64:43>=', 'pbkdf2:sha256:600000$<alnum:16>$<hex:64>'],
    ok: ['pbkdf2_sha256'],
  },
  {
    id: 'shape/ldap-hash',
    kind: 'password-hash',
    provider: 'LDAP userPassword',
    source: 'https://www.rfc-editor.org/rfc/rfc2307',
    literals: ['{SSHA', '{SHA}', '{SMD5}'],
    begins: 'anywhere',
    pattern: /\{(?:SSHA(?:256|512)?|SHA|SMD5)\}([A-Za-z0-9+/]{24,140}={0,2})/,
    leak: ['{SSHA}<b64:32>', '{SSHA512}<b64:96>', '{SHA}<b64:27>=', '{SMD5}<b64:26>=='],
    ok: ['{SHA} checksum', '{SSHA}'],
  },
  {
    id: 'shape/ansible-vault',
    kind: 'private-key',
    provider: 'Ansible Vault',
    source: 'https://docs.ansible.com/ansible/latest/vault_guide/index.html',
    literals: ['$ANSIBLE_VAULT;'],
    begins: 'anywhere',
    pattern:
      /\$ANSIBLE_VAULT;[0-9.]{1,5};AES256(?:;[A-Za-z0-9_-]{1,40})?(?:\\{1,15}n|\s)([0-9a-f\s\\n]{80,4096})/,
    leak: ['$ANSIBLE_VAULT;1.1;AES256\n<hex:80>\n<hex:80>', '$ANSIBLE_VAULT;1.2;AES256;dev\\n<hex:160>'],
    ok: ['$ANSIBLE_VAULT;1.1;AES256'],
  },
];
