import type { Random } from '../../generate/random.ts';
import { apiOrigin, type Carrier, type Draft, field } from '../contest-capture.ts';
import { cardNumber, draw, privateKey } from '../tokens.ts';

/** How providers' tokens look. Prefixes are in two pieces, so that no scanner takes this file for a leak. */
const providers: readonly (readonly [provider: string, write: (random: Random) => string])[] = [
  ['GitHub, classic', (r) => `gh${'p_'}${draw(r, 'alphanumeric', 36)}`],
  [
    'GitHub, fine-grained',
    (r) => `github${'_pat_'}${draw(r, 'alphanumeric', 22)}_${draw(r, 'alphanumeric', 59)}`,
  ],
  ['GitLab', (r) => `gl${'pat-'}${draw(r, 'base64url', 20)}`],
  [
    'Slack bot',
    (r) => `xo${'xb-'}${draw(r, 'digits', 12)}-${draw(r, 'digits', 12)}-${draw(r, 'alphanumeric', 24)}`,
  ],
  ['Slack app', (r) => `xa${'pp-'}1-A0${draw(r, 'upper', 9)}-${draw(r, 'digits', 13)}-${draw(r, 'hex', 64)}`],
  ['Stripe', (r) => `sk${'_live_'}${draw(r, 'alphanumeric', 24)}`],
  ['Stripe webhook', (r) => `wh${'sec_'}${draw(r, 'alphanumeric', 32)}`],
  ['Google API', (r) => `AI${'za'}${draw(r, 'base64url', 35)}`],
  ['Google OAuth', (r) => `ya${'29.'}a0${draw(r, 'base64url', 120)}`],
  ['Google client secret', (r) => `GOC${'SPX-'}${draw(r, 'base64url', 28)}`],
  ['SendGrid', (r) => `S${'G.'}${draw(r, 'base64url', 22)}.${draw(r, 'base64url', 43)}`],
  ['npm', (r) => `np${'m_'}${draw(r, 'alphanumeric', 36)}`],
  ['PyPI', (r) => `py${'pi-'}AgEIcHlwaS5vcmc${draw(r, 'base64url', 150)}`],
  ['DigitalOcean', (r) => `dop${'_v1_'}${draw(r, 'hex', 64)}`],
  ['Shopify', (r) => `shp${'at_'}${draw(r, 'hex', 32)}`],
  ['Hugging Face', (r) => `h${'f_'}${draw(r, 'letters', 34)}`],
  ['OpenAI', (r) => `sk-${'proj-'}${draw(r, 'alphanumeric', 74)}T3Blbk${'FJ'}${draw(r, 'alphanumeric', 74)}`],
  ['Anthropic', (r) => `sk-${'ant-'}api03-${draw(r, 'base64url', 93)}AA`],
  ['Databricks', (r) => `da${'pi'}${draw(r, 'hex', 32)}`],
  ['Atlassian', (r) => `ATA${'TT3x'}FfGF0${draw(r, 'base64url', 171)}=${draw(r, 'hex', 8).toUpperCase()}`],
  ['Linear', (r) => `lin${'_api_'}${draw(r, 'alphanumeric', 40)}`],
  ['Postman', (r) => `PM${'AK-'}${draw(r, 'hex', 24)}-${draw(r, 'hex', 34)}`],
  ['Vault', (r) => `hv${'s.'}${draw(r, 'base64url', 95)}`],
  ['New Relic', (r) => `NR${'AK-'}${draw(r, 'upper', 27)}`],
  ['Grafana', (r) => `gl${'sa_'}${draw(r, 'alphanumeric', 32)}_${draw(r, 'hex', 8)}`],
  [
    'Discord bot',
    // The first part is the bot's number in base64.
    (r) =>
      `${Buffer.from(`1${draw(r, 'digits', 17)}`).toString('base64url')}.G${draw(r, 'base64url', 5)}.${draw(r, 'base64url', 38)}`,
  ],
  ['Telegram bot', (r) => `${draw(r, 'digits', 10)}:AA${draw(r, 'base64url', 33)}`],
  ['Mailgun', (r) => `ke${'y-'}${draw(r, 'hex', 32)}`],
  ['Square', (r) => `EA${'AA'}${draw(r, 'base64url', 60)}`],
  ['Doppler', (r) => `dp${'.pt.'}${draw(r, 'alphanumeric', 43)}`],
  ['Figma', (r) => `fi${'gd_'}${draw(r, 'base64url', 40)}`],
  ['Sentry', (r) => `sn${'trys_'}eyJpYXQiOjE3${draw(r, 'base64url', 120)}=_${draw(r, 'base64', 43)}`],
  ['Supabase', (r) => `sb${'p_'}${draw(r, 'hex', 40)}`],
  [
    'Azure storage key',
    (r) =>
      `DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=${draw(r, 'base64', 86)}==;EndpointSuffix=core.windows.net`,
  ],
  ['database URL', (r) => `postgres://svc:${draw(r, 'alphanumeric', 18)}@db.example.test:5432/calls`],
  [
    'curl command',
    (r) => `curl -H 'Authorization: Bearer ${draw(r, 'alphanumeric', 40)}' https://api.example.test/v1`,
  ],
];

const homes: readonly (readonly [home: string, draft: (text: string) => Draft])[] = [
  ['JSON, "value"', (text) => ({ body: JSON.stringify({ items: [{ id: 4, value: text }] }) })],
  [
    'a sentence',
    (text) => ({ body: JSON.stringify({ message: `Please use ${text} for the next call.` }), status: 400 }),
  ],
  [
    'WebSocket',
    (text) => ({ type: 'websocket', extra: { _webSocketMessages: [message(JSON.stringify({ d: text }))] } }),
  ],
  ['query, "q"', (text) => ({ url: `${apiOrigin}/v1/search?q=${encodeURIComponent(text)}` })],
  ['plain text', (text) => ({ mimeType: 'text/plain', body: `line one\n${text}\nline three` })],
  [
    'script',
    (text) => ({
      mimeType: 'application/javascript',
      body: `const c={k:${JSON.stringify(text)},n:1};run(c)`,
    }),
  ],
  ['X-Note', (text) => ({ requestFields: [field('X-Note', text)] })],
];

function message(data: string) {
  return { type: 'receive', time: 1_777_883_400.25, opcode: 1, data };
}

/** The part of a token that is nobody else's: what the judge looks for. */
function needleOf(text: string): string {
  const candidates = text.match(/[\w/+-]{14,}/g) ?? [text];
  return candidates.reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** Tokens that say by form alone what they are, under names that say nothing; keys, card numbers, PINs. */
export const providerTokens: Carrier = ({ random, plant }) => {
  for (const [at, [provider, write]] of providers.entries()) {
    const text = write(random);
    const [home, draft] = homes[at % homes.length]!;
    plant('provider tokens', `${provider} ‹ ${home}`, needleOf(text), draft(text));
  }
  const group = 'keys, cards, PINs';
  for (const kind of ['', 'RSA', 'EC', 'OPENSSH', 'ENCRYPTED']) {
    const { pem, line } = privateKey(random, kind);
    plant(group, `${kind} private key`.trim(), line, { body: JSON.stringify({ file: pem }) });
  }
  const escaped = privateKey(random, '');
  plant(group, 'private key in JSON in JSON', escaped.line, {
    body: JSON.stringify({ config: JSON.stringify({ material: escaped.pem }) }),
  });
  const raw = privateKey(random, 'RSA');
  plant(group, 'private key as the body', raw.line, { mimeType: 'application/x-pem-file', body: raw.pem });
  const jwk = draw(random, 'base64url', 43);
  plant(group, 'd of a JWK', jwk, {
    body: JSON.stringify({
      keys: [{ kty: 'EC', crv: 'P-256', x: 'WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis', d: jwk }],
    }),
  });
  const card = cardNumber(random);
  plant(group, 'card number as a string', card, {
    sent: JSON.stringify({ holder: 'Anna Lund', cardNumber: card }),
  });
  const spaced = cardNumber(random).replace(/(.{4})(?=.)/g, '$1 ');
  plant(group, 'card number in groups', spaced, {
    sent: JSON.stringify({ text: `my card is ${spaced}, thanks` }),
  });
  for (const [name, digits] of [
    ['pin', 6],
    ['passcode', 8],
    ['voicemailPin', 6],
    ['otp', 6],
    ['cvv', 3],
  ] as const) {
    const number = `${random.integer(1, 9)}${draw(random, 'digits', digits - 1)}`;
    if (digits > 4) {
      plant(group, `${name} as a string`, number, { sent: JSON.stringify({ userId: 12, [name]: number }) });
      const again = `${random.integer(1, 9)}${draw(random, 'digits', digits - 1)}`;
      plant(group, `${name} as a number`, again, { sent: `{"userId":12,"${name}":${again}}` });
    }
  }
};
