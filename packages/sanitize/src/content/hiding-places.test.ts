import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { createRandom } from '../testing/random.ts';
import { ContentRewriter } from './content-rewriter.ts';

const seed = Number(process.env.HARRIER_SEED ?? Date.now() % 2 ** 31);
const random = createRandom(seed);
const drawn = `${random.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789', 27)}7`;
const chosen = 'CedarIndigoEmber';

function rewrite(text: string, mimeType = ''): string {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} }).rewriteText(
    text,
    mimeType,
  );
}

/** What the runs of base64 in a text hold. */
function atobAll(text: string): string {
  return Array.from(text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g), ([run]) =>
    atob(run.slice(0, run.length & ~3)),
  ).join();
}

const places: Readonly<Record<string, [text: string, mimeType?: string]>> = {
  'a pair in an array': [`[["access_token","${drawn}"]]`],
  'a value in an object with a telling name': [`{"token":{"value":"${drawn}"}}`],
  'an object that is called after the password in it': [
    `{"credentials":{"password":{"value":"${chosen}"}},"pin":{"value":"493817"},"passwd":{"old":"${chosen}","new":"${chosen}"}}`,
  ],
  'an object that is called after the password in it, as XML becomes JSON': [
    `{"Password":{"#text":"${chosen}","@Type":"text"}}`,
  ],
  'the digest of a password that is sent in its place': [
    `{"password":{"digest":"${chosen}","algorithm":"sha-256"}}`,
  ],
  'a property with its value inside': [
    `<bean><property name="db.password"><value>${chosen}</value></property></bean>`,
    'text/xml',
  ],
  'an element with its value inside': [`<a><password><value>${chosen}</value></password></a>`, 'text/xml'],
  'a multipart body with a blank and a comma in its boundary': [
    `--a b,c\r\nContent-Disposition: form-data; name="password"\r\n\r\n${chosen}\r\n--a b,c--`,
    'multipart/form-data; boundary="a b,c"',
  ],
  'a multipart part of a type of its own': [
    `--B\r\nContent-Disposition: form-data; name="password"\r\nContent-Type: application/octet-stream\r\n\r\n${chosen}\r\n--B--`,
    'multipart/form-data; boundary=B',
  ],
  'a table with the names of its columns in quotation marks': [
    `"user";"password"\r\n"bob";"${chosen}"\r\n`,
    'text/csv',
  ],
  'a field that is called after its box': [
    `ctl00%24Login%24PasswordTextBox=${chosen}&passwordInput=${chosen}`,
    'application/x-www-form-urlencoded',
  ],
  'a parameter of the type in a data URL, in percent codes': [
    `data:text/html%3Baccess_token%3D${drawn};base64,PGI+`,
  ],
  'what is no attribute of a tag, in percent codes': [
    `<a b="c" %20access_token%20%3D%20'${drawn}'%3B>d</a>`,
    'text/html',
  ],
  'a declaration, in percent codes': [`<!DOCTYPE a %7B%22token%22%3A%22${drawn}%22%7D><a/>`, 'text/html'],
  'the end of an element, in percent codes': [`<a>b</a access_token%3D${drawn}>`, 'text/html'],
  'what a store of secrets answers': [`{"ARN":"arn:x","SecretString":"${drawn}"}`],
  'a cookie behind a harmless one': [`GET / HTTP/1.1\r\nHost: x\r\nCookie: theme=dark; foo=${drawn}\r\n\r\n`],
  'the user of curl behind other options': [`curl -k https://example.com -u 'bob:${drawn}'`],
  'a cookie of curl': [`curl https://example.com -b 'theme=dark; foo=${drawn}'`],
  'a list with a telling name': [`{"apiKeys":{"production":"${drawn}"},"sessions":["${drawn}"]}`],
  'a message behind JSON': [`{"user":"ann"} Password: ${drawn}`],
  'a name in another script': [`{"пароль":"${chosen}","密码":"${chosen}","パスワード":"${chosen}"}`],
  'a multipart part with an unquoted name': [
    `--B\r\nContent-Disposition: form-data; name=password\r\n\r\n${chosen}\r\n--B--`,
    'multipart/form-data; boundary=B',
  ],
  'a multipart part with a name in single quotes': [
    `--B\nContent-Disposition: form-data; name='password'\n\n${chosen}\n--B--`,
    'multipart/form-data; boundary=B',
  ],
  'a multipart body with old line ends': [
    `--B\rContent-Disposition: form-data; name="password"\r\r${chosen}\r--B--`,
    'multipart/form-data; boundary=B',
  ],
  'an attribute behind one with an angle bracket': [
    `<input title="a>b" name="password" value="${chosen}">`,
    'text/html',
  ],
  'a password field with another name': [`<input type="password" name="f3" value="${chosen}">`, 'text/html'],
  'a text area': [`<textarea name="password">${chosen}</textarea>`, 'text/html'],
  'a button': [`<button name="token" value="${drawn}">Go</button>`, 'text/html'],
  'a setting': [`<add key="ApiKey" value="${drawn}"/>`, 'text/xml'],
  'a property': [`<property name="db.password">${chosen}</property>`, 'text/xml'],
  'a property list': [
    `<plist><dict><key>password</key><string>${chosen}</string></dict></plist>`,
    'text/xml',
  ],
  'a member of XML-RPC': [
    `<struct><member><name>password</name><value><string>${chosen}</string></value></member></struct>`,
    'text/xml',
  ],
  'a definition': [`<dl><dt>API key</dt><dd>${drawn}</dd></dl>`, 'text/html'],
  'a table': [`<tr><th>Token</th><td>${drawn}</td></tr>`, 'text/html'],
  'state in a script with markup in it': [
    `<script>window.state = {"a":"<b>","password":"${chosen}"}</script>`,
    'text/html',
  ],
  'an element inside a message': [`received <password>${drawn}</password> from ann`],
  'an argument of a call': [`xhr.setRequestHeader("X-Api-Key", "${drawn}")`, 'text/javascript'],
  'something stored by a page': [`localStorage.setItem('token','${drawn}')`, 'text/javascript'],
  'a command line': [`run --password ${drawn} now`],
  'the user of curl': [`curl -u bob:${drawn} https://example.com`],
  'a sentence': [`Your token is ${drawn}.`],
  'a SIP address': [`call sip:bob:${drawn}@example.test now`],
  'a table in text': [`user,password,mail\r\nbob,${chosen},bob@example.test\r\n`, 'text/csv'],
  'names and values of fields in turn': [
    `{"rawHeaders":["Host","example.com","X-Vault-Token","${chosen}"]}`,
    'application/json',
  ],
  'fields in pairs': [
    `{"headers":[["Host","example.com"],["X-Vault-Token","${chosen}"]]}`,
    'application/json',
  ],
  'a variable beside its value': [`[{"variable":"db_password","value":"${chosen}"}]`, 'application/json'],
  'what is said to be secret': [
    `[{"key":"mine","type":"secret","value":"${chosen}"},{"admin":{"value":"${chosen}","type":"string","sensitive":true}}]`,
    'application/json',
  ],
  'cookies of a test tool': [
    `{"cookies":[{"name":"app","value":"${chosen}","path":"/"}],"origins":[{"localStorage":[{"name":"auth.token","value":"${drawn}"}]}]}`,
    'application/json',
  ],
  'a cookie of an extension': [
    `[{"domain":"example.com","hostOnly":true,"httpOnly":true,"name":"app","value":"${chosen}"}]`,
    'application/json',
  ],
  'cookies by their names': [`{"cookies":{"app":"${drawn}"}}`, 'application/json'],
  'a capture in a body': [
    `{"log":{"entries":[{"request":{"headers":[],"cookies":[{"name":"app","value":"${chosen}"}]}}]}}`,
    'application/json',
  ],
  'a parameter of a path segment': [`https://example.com/app;token=${chosen}/page`],
  'base64 behind the letter of Engine.IO': [
    `b${btoa(JSON.stringify({ note: 'x'.repeat(40), password: chosen }))}`,
  ],
  'an argument of GraphQL': [`mutation { login(user: "ann", password: "${chosen}") { id } }`],
  'GraphQL in an address': [
    `https://example.com/graphql?query=${encodeURIComponent(`mutation{login(user:"ann",password:"${chosen}"){id}}`)}`,
  ],
  'a table that nobody calls one': [`name,password,mail\nann,${chosen},a\nbob,${chosen},b\n`],
  'a list of one in a log': [`map[Accept:[*/*] X-Api-Key:[${drawn}] Host:[a]]`],
  'a connection string that begins with it': [`Password=${chosen};Server=db;User Id=app`],
  'a connection string of PostgreSQL': [`host=db port=5432 user=app password=${chosen} dbname=x`],
  'a constant of PHP': [`<?php define('DB_PASSWORD', '${chosen}'); define('DB_HOST','x');`],
  'a link of a header': [`</reset/${drawn}>; rel="next"`],
  'a one-time link': [`https://example.com/x?oobCode=${drawn}`],
  'a path of a session': [`https://example.com/sessions/${drawn}`],
  'rows of SQL': [
    `INSERT INTO users (id, name, \`password\`) VALUES (1, 'O''Neill', '${chosen}'), (NULL, upper('b'), '${chosen}');`,
  ],
  'rows of SQL in JSON': [
    `{"note":"${'x '.repeat(200)}","sql":"insert into a(name, api_token) values (\\"ann\\", \\"${drawn}\\")"}`,
    'application/json',
  ],
  'a change of a member by the way to it': [
    `[{"op":"replace","path":"/password","value":"${chosen}"},{"op":"add","value":"${drawn}","path":"/keys/apiKey"}]`,
    'application/json',
  ],
  'a cookie whose path stands in front of its name': [
    `{"cookies":[{"domain":"example.com","path":"/","name":"app","value":"${chosen}"}]}`,
    'application/json',
  ],
  'a value under its type': [
    `{"password":{"S":"${chosen}"},"fields":{"apiKey":{"stringValue":"${drawn}"}}}`,
    'application/json',
  ],
  'a text of several lines in GraphQL': [`mutation { login(user: "ann", password: """${chosen}""") { id } }`],
  'a sign-in to MongoDB': [`db.auth("ann", "${chosen}")`],
  'a statement that changes a password': [
    `UPDATE users SET name = 'ann', password = '${chosen}' WHERE id = 3; CREATE LOGIN app WITH PASSWORD = N'${chosen}'`,
  ],
  'the password of a user of a database': [`ALTER USER app IDENTIFIED BY "${chosen}" ACCOUNT UNLOCK`],
  'a sign-in to Redis': [`127.0.0.1:6379> AUTH ${chosen}\r\nOK`],
  'a sign-in to a chat': [`PASS a1${drawn}\r\nNICK ann\r\nPRIVMSG NickServ :IDENTIFY ${drawn}\r\n`],
  'a pair of quoted words': [`"Config"\n{\n\t"token"\t\t"${drawn}"\n\t"password" "${drawn}"\n}`],
  'what Ruby and Python write out': [
    `Parameters: {"utf8"=>"x", "user"=>{"mail"=>"a@b.c", "password"=>"${chosen}"}} {'password': '${chosen}', 'id': 7}`,
  ],
  'what PHP writes out': [
    `[api_key] => ${drawn}\n ["password"]=>\n  string(16) "${chosen}" a:1:{s:5:"token";s:28:"${drawn}";}`,
  ],
  'a member in brackets': [`axios.defaults.headers.common['X-Api-Key'] = '${drawn}';`, 'text/javascript'],
  'a cookie that a program sets': [
    `document.cookie="app=${drawn};path=/";Cookies.set('session', '${drawn}', {})`,
    'text/javascript',
  ],
  'a field of a proxy': [`location / {\n proxy_set_header X-Api-Key ${drawn};\n}`],
  'a table of variables with a shorter password': [
    '<tr><td class="e">DB_PASSWORD </td><td class="v">Cedar-Indigo7 </td></tr>'.replace(
      'Cedar-Indigo7',
      `${drawn.slice(0, 9)}7a`,
    ),
    'text/html',
  ],
  'a table whose first row names the columns': [
    `<table><thead><tr><th>Name</th><th>API key</th><th>Password</th></tr></thead><tbody><tr><td>ci</td><td><code>${drawn}</code></td><td>${drawn.slice(0, 9)}7a</td></tr></tbody></table>`,
    'text/html',
  ],
  'a link by which mails are not wanted any more': [`<https://m.example.com/unsubscribe/${drawn}>`],
  'a string that PowerShell keeps': [`ConvertTo-SecureString "${chosen}" -AsPlainText -Force`],
};

/** Base64 beside hardly anything else, and codes that leave quotation marks as they are. */
const coded: Readonly<Record<string, string>> = {
  'base64 behind a line end': `\n${btoa(`{"inner":"access_token=${drawn}"}`)}`,
  'base64 in front of a sign': `${btoa(`{"inner":"access_token=${drawn}"}`)}; `,
  'base64 without its padding, as a name': `${btoa(`{"in":"access_token=${drawn}"}`).replace(/=+$/, '')}=1&page=2`,
  'percent codes with quotation marks': `it was authToken%20%3D%20'${drawn}'%3B {`,
};

describe(`a credential (seed ${seed})`, () => {
  it.each(Object.entries(coded))('is found in %s', (_, text) => {
    const rewritten = rewrite(text);
    expect(rewritten).not.toBe(text);
    expect(rewritten).not.toContain(drawn);
    expect(atobAll(rewritten)).not.toContain(drawn);
    expect(rewrite(rewritten)).toBe(rewritten);
  });

  it.each(Object.entries(places))('is found in %s', (_, [text, mimeType = 'text/plain']) => {
    // Long enough to be looked over first, too.
    const padding = mimeType === 'text/plain' ? ' x'.repeat(200) : '';
    for (const sample of [text, text + padding]) {
      const rewritten = rewrite(sample, mimeType);
      expect(rewritten).not.toContain(drawn);
      expect(rewritten).not.toContain(chosen);
      expect(rewrite(rewritten, mimeType)).toBe(rewritten);
    }
  });

  it('is found in messages of protocol buffers as they are printed', () => {
    const text = `user: "ann" id: 7 login { password: "${chosen}" kind: WEB } tags: "a"`;
    for (const sample of [text, `${text} note: "${'x '.repeat(200)}"`, JSON.stringify({ text })]) {
      const rewritten = rewrite(sample);
      expect(rewritten).toMatch(/hx-pwd-[a-z0-9]+\\?" kind: WEB } tags: /);
      expect(rewritten).not.toContain(chosen);
      expect(rewrite(rewritten)).toBe(rewritten);
    }
  });

  it('is found in JSON inside JSON, however deep', () => {
    let text = JSON.stringify({ a: 'x'.repeat(300), password: chosen });
    for (let depth = 0; depth < 15; depth++) {
      expect(rewrite(text, 'application/json'), `depth ${depth}`).not.toContain(chosen);
      text = JSON.stringify({ a: text });
    }
  });

  it('is found in base64 behind a path, and in lines', () => {
    const inner = btoa(JSON.stringify({ a: 'x'.repeat(100), password: chosen, b: 'x'.repeat(100) }));
    const wrapped = (inner.match(/.{1,76}/g) ?? []).join('\r\n');
    for (const text of [`see path/of/it/${inner} now`, `-- \r\n${wrapped}\r\n--`]) {
      const rewritten = rewrite(text, 'text/plain');
      const run = /[A-Za-z0-9+]{60}[A-Za-z0-9+/=\r\n]*/.exec(rewritten)?.[0] ?? '';
      const { password } = JSON.parse(atob(run.replace(/\s+/g, '').replace(/^.*\//, ''))) as {
        password: string;
      };
      expect(password).toMatch(/^hx-pwd-/);
    }
  });
});

describe('what only looks like one', () => {
  it.each([
    ['{"token":{"id":"5f3a9c0e1b7d4f2a8c6e","type":"Bearer"}}', 'application/json'],
    [
      '{"token":{"hash":"5f3a9c0e1b7d4f2a8c6e"},"state":{"value":"open"},"key":{"value":"name"}}',
      'application/json',
    ],
    ['{"password":{"error":"Required","touched":true,"minLength":8}}', 'application/json'],
    ['<select name="size"><value>large</value></select>', 'text/xml'],
    ['{"credentials":"same-origin","mfa":"totp"}', 'application/json'],
    ['{"session":{"id":"0f8fad5b-d9cb-469f-a165-70867728950e"}}', 'application/json'],
    ['["token","password","secretword"]', 'application/json'],
    ['{"exposedHeaders":["X-Auth-Token","X-Request-Id","Authorization","Content-Type"]}', 'application/json'],
    ['{"rawHeaders":["Content-Type","application/json","Accept","text/plain"]}', 'application/json'],
    ['{"cookies":{"policy":"We use cookies","banner":"bottom-left"},"sameSite":"lax"}', 'application/json'],
    ['{"cookies":[{"name":"theme","value":"dark"},{"name":"lang","value":"en-US"}]}', 'application/json'],
    ['{"name":"colour","type":"string","value":"mediumseagreen","sensitive":false}', 'application/json'],
    ['<dl><dt>Token</dt><dd>required for this request</dd></dl>', 'text/html'],
    ['https://example.com/sessions/0f8fad5b-d9cb-469f-a165-70867728950e', ''],
    ['https://example.com/app.js?t=1790000000', ''],
    ['the password is required', 'text/plain'],
    ['call sip:bob@example.test:5060 now', 'text/plain'],
    ['name,token count\nann,12\n', 'text/csv'],
    ['Dear user, your password, please\nwas reset, so choose, another\n', 'text/plain'],
    ['query { people(first: 10, after: "cursor-of-the-page", name: "ann") { token { id } } }', ''],
    [`INSERT INTO log (id, message) VALUES (7, 'the token has expired')`, 'text/plain'],
    [`the record identified by 'ann-17' was not found`, 'text/plain'],
    ['appId=cid-v1:0f8fad5b-d9cb-469f-a165-70867728950e', ''],
    ['https://example.com/x?appId=0f8fad5b-d9cb-469f-a165-70867728950e&t=20260101T000000000Z', ''],
    [
      '{"resumptionToken":"5f3a9c0e1b7d4f2a8c6eXq","routingKey":"telephony.device.onboarding.completed.v2"}',
      '',
    ],
    [
      '{"Session-ID":"47755a9de7794ba387653f2099600ef2;remote=00000000000000000000000000000000"}',
      'application/json',
    ],
    [`{'password': 'CharField', "token": "TextField"}`, 'text/plain'],
    [`{'password': 'required', "token"=>"expired", 'password': 'Mot de passe'}`, 'text/plain'],
    ['status: "FAILED" code: 503 detail { message: "the password is too short" }', 'text/plain'],
    ['<tr><td>Password</td><td>required</td></tr>', 'text/html'],
    ['<label>Password</label><p>at least eight</p><p>Windows11</p><b>Office365</b>', 'text/html'],
    ['see [token]\n\n[token]: https://www.example.org/info/rfc9449/\n', 'text/plain'],
    [`{'HOME': '/home/app', 'PWD': '/home/app/current', "OLDPWD": "/srv"}`, 'text/plain'],
    ['{"HOME":"/home/app","PWD":"/home/app/current"}', 'application/json'],
    [
      '<table><tr><th>Token</th><th>Request</th></tr><tr><td>never used</td><td>5f3a9c0e1b7d4f2a8c6e</td></tr></table><table><tr><td>5f3a9c0e1b7d4f2a8c6e</td></tr></table>',
      'text/html',
    ],
    [`<https://example.com/people?page=2>; rel="next"`, ''],
    ['user, token, password\nThese are the names of the columns.\n', 'text/plain'],
  ])('stays: %s', (text, mimeType) => {
    expect(rewrite(text, mimeType)).toBe(text);
  });
});
