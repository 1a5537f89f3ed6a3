import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createRandom } from '../testing/random.ts';
import { ContentRewriter } from './content-rewriter.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const random = createRandom(seed);
const drawn = `${random.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789', 27)}7`;
const secrets = { 'of words': 'cedarindigoember', 'with signs': 'p@ss=w#rd!7', drawn };

function rewrite(text: string, mimeType = 'text/plain'): string {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} }).rewriteText(
    text,
    mimeType,
  );
}

/** Where `@` stands, a password does. */
const files: Readonly<Record<string, [text: string, mimeType?: string]>> = {
  properties: ['db.user=app\ndb.password=@\ndb.pool=5\n'],
  'properties with blanks': ['# settings\ndb.user = app\ndb.password = @\n'],
  'properties with colons': ['db.user: app\ndb.password: @\n'],
  'properties with line ends of Windows': ['db.user=app\r\ndb.password=@\r\ndb.pool=5\r\n'],
  'a value behind a backslash': ['db.user=app\ndb.password=\\\n    @\ndb.pool=5\n'],
  'a section': ['[client]\npassword=@\n'],
  'a section, with quotation marks': ['[mysqldump]\npassword = "@"\n'],
  'an environment': ["NODE_ENV=production\nDB_PASSWORD='@'\nPORT=8080\n"],
  'an exported environment': ['export NODE_ENV=production\nexport DB_PASSWORD="@"\n'],
  TOML: ['[database]\nserver = "10.0.0.1"\npassword = "@"\n'],
  YAML: ['db:\n  user: app\n  password: @\n  host: db1\n', 'application/yaml'],
  'YAML, in quotation marks': ["db:\n  user: app\n  password: '@' # of the old one\n", 'text/yaml'],
  'YAML in a block': ['db:\n  password: |\n    @\n  host: db1\n', 'application/yaml'],
  'YAML in a folded block': ['db:\n  password: >-\n    @\n\n  host: db1\n'],
  'YAML in a block that says how far in it is': [
    'db:\n  password: |2- # of the old one\n      @\n  host: db1\n',
  ],
  'a list in YAML': ['passwords:\n  - @\n  - "@"\nhost: db1\n', 'application/yaml'],
  'a list in YAML that is not set in': ['version: 2\npasswords:\n- @\n'],
  'a tag and an anchor in YAML': ['password: !plain &first @\nother: *first\n', 'application/yaml'],
  'a name beside its value': ['env:\n  - name: DB_PASSWORD\n    value: @\n', 'application/yaml'],
  LDIF: ['dn: uid=ann\nuserPassword: @\nmail: ann@example.com\n'.replace('ann@', 'ann at ')],
  'settings among other text': [
    'These were set on the day before:\n\nuser = app\npassword = @\n\nand it went well.\n',
  ],
};

describe(`a password in a file of settings (seed ${seed})`, () => {
  for (const [what, [file, mimeType]] of Object.entries(files))
    for (const [how, secret] of Object.entries(secrets))
      it(`goes from ${what}, ${how}, and everything else stays`, () => {
        const padding = `\n${'ordinary words follow here and go on\n'.repeat(12)}`;
        for (const template of [file, file + padding]) {
          const text = template.replaceAll('@', secret);
          const rewritten = rewrite(text, mimeType);
          expect(rewritten).not.toContain(secret);
          const [pseudonym = ''] = /hx-pwd-[a-z0-9]+/.exec(rewritten) ?? [];
          const expected = template.replace('=\\\n    @', '=@').replaceAll('@', pseudonym);
          expect(rewritten).toBe(expected);
          expect(rewrite(rewritten, mimeType)).toBe(rewritten);
          expect(rewrite(JSON.stringify({ file: text }), 'application/json')).not.toContain(
            JSON.stringify(secret).slice(1, -1),
          );
        }
      });

  it('goes as a whole where it has several lines', () => {
    const text = `tls:\n  private_key: |\n    ${drawn}\n    ${drawn}\n\n  host: a\n`;
    expect(rewrite(text)).toMatch(/^tls:\n {2}private_key: \|\n {4}hx-prv-\S+\n\n? {2}host: a\n$/);
    expect(rewrite(`a=1\npassword=${drawn}\\\n   ${drawn}\nb=2\n`)).toMatch(
      /^a=1\npassword=hx-pwd-\S+\nb=2\n$/,
    );
  });
});

describe('what only looks like one', () => {
  it.each([
    ['user: string\npassword: string\ntoken: Optional[str]\n'],
    ['password: required\nusername: required\nPassword: must have eight characters\n'],
    ['token = next_token\npassword = password\nkey = self.key\nif token:\n  return None\n'],
    ['def login(self):\n  password = getpass()\n  secret = my awesome secret\n'],
    ['DB_PASSWORD=$OTHER\nTOKEN=<token>\nSECRET={{ secret }}\n'],
    ['session: closed\ncredentials: not-observable\nstate: waiting-for-answer\n'],
    ['password: true\ntokens: 12\nshow_password: yes\n'],
    [
      "const help = {\n  Authorization: 'What the client sends to this server.',\n  'X-CSRF-Token': 'It lives as long as the session.',\n};\n",
    ],
    ['interface Login {\n  password: string;\n  token: Token;\n}\n'],
    ['TrackingID: WEB_0f8fad5b\nX-Request-Id: 7d1c\nContent-Type: text/plain\n'],
  ])('stays: %j', (text) => {
    for (const sample of [text, text + '\nordinary words follow here and go on'.repeat(12)])
      expect(rewrite(sample)).toBe(sample);
  });
});
