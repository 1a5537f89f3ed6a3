import { gzipSync } from 'node:zlib';
import type { Random } from '../generate/random.ts';
import { cardNumber, draw, jwt } from '../redaction/tokens.ts';

/** A credential of a kind that nobody can doubt, as it is laid into a capture. */
export interface Canary {
  /** How it is written, for the law's name. */
  readonly writing: string;
  readonly text: string;
  /** What of it may not be read any more. */
  readonly needle: string;
}

/** Names that say credential, each in another style; a value of forty random characters is none by chance. */
const NAMES = [
  'access_token',
  'clientSecret',
  'X-Api-Key',
  'refreshToken',
  'session_token',
  'authToken',
  'private_key',
  'newPassword',
] as const;

interface Writing {
  readonly name: string;
  readonly write: (random: Random) => { readonly text: string; readonly needle: string };
}

function named(name: string, write: (name: string, value: string) => string): Writing {
  return {
    name,
    write: (random) => {
      const needle = draw(random, 'alphanumeric', 40);
      return { text: write(random.pick(NAMES), needle), needle };
    },
  };
}

const WRITINGS: readonly Writing[] = [
  named('a pair of JSON', (name, value) => `"${name}":"${value}"`),
  named('an object of JSON', (name, value) => JSON.stringify({ id: 7, [name]: value })),
  named('an object in a string of JSON', (name, value) => JSON.stringify(JSON.stringify({ [name]: value }))),
  named('a pair of a query', (name, value) => `${name}=${value}&page=2`),
  named('a link', (name, value) => `https://api.example.test/v1/things?${name}=${value}&page=2`),
  named('a pair of code', (name, value) => `${name} = '${value}';`),
  named('a field of HTTP', (_, value) => `Authorization: Bearer ${value}`),
  {
    name: 'a token of a provider',
    write: (random) => {
      const needle = ['ghp', draw(random, 'alphanumeric', 36)].join('_');
      return { text: needle, needle };
    },
  },
  {
    name: 'a JWT',
    write: (random) => {
      const { token, signature } = jwt(random);
      return { text: token, needle: signature };
    },
  },
  {
    name: 'a card number',
    write: (random) => {
      const needle = cardNumber(random);
      return { text: needle, needle };
    },
  },
];

const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64');

/** Most are not wrapped: what is read quickly is looked at for names as they are written. */
const WRAPPINGS: readonly { readonly name: string; readonly wrap: (text: string) => string }[] = [
  { name: '', wrap: (text) => text },
  { name: '', wrap: (text) => text },
  { name: '', wrap: (text) => text },
  { name: ' in base64', wrap: (text) => base64(`{"note":"hello","inner":${JSON.stringify(text)}}`) },
  { name: ' in base64 of gzip', wrap: (text) => base64(gzipSync(`{"inner":${JSON.stringify(text)}}`)) },
  { name: ' in percent codes', wrap: (text) => encodeURIComponent(` ${text}`) },
];

/** What may stand in front of a canary and behind it, so that its name stays its name and its value its value. */
const EDGES = [' ', '\n', ' {', ', ', '; ', '\t', '\r\n', ' (', ' [ '] as const;

function drawCanary(random: Random): Canary {
  const { name, write } = random.pick(WRITINGS);
  const wrapping = random.pick(WRAPPINGS);
  const { text, needle } = write(random);
  return {
    writing: `${name}${wrapping.name}`,
    text: `${random.pick(EDGES)}${wrapping.wrap(text)}${random.pick(EDGES)}`,
    needle,
  };
}

/**
 * Lays canaries into strings below a JSON value, or into bytes that one of them holds in base64: each into another string, because
 * one that lies in another would be none any more.
 */
export function layCanaries(root: object, count: number, random: Random): Canary[] {
  const places = stringsBelow(root);
  const canaries: Canary[] = [];
  while (canaries.length < count && places.length > 0) {
    const [place] = places.splice(random.integer(0, places.length - 1), 1);
    const canary = drawCanary(random);
    canaries.push(canary);
    if (place !== undefined) layInto(place, canary.text, random);
  }
  return canaries;
}

function layInto([parent, key]: Place, canary: string, random: Random): void {
  const written = String(parent[key]);
  const isEncoded = key === 'text' && parent.encoding === 'base64';
  const text = isEncoded ? Buffer.from(written, 'base64').toString('utf8') : written;
  const at = placeIn(text, random);
  const laid = `${text.slice(0, at)}${canary}${text.slice(at)}`;
  parent[key] = isEncoded ? base64(laid) : laid;
}

/** The beginning, the end, or any place between. */
function placeIn(text: string, random: Random): number {
  return random.pick([0, text.length, random.integer(0, text.length), random.integer(0, text.length)]);
}

type Place = readonly [parent: Record<string, unknown>, key: string];

function stringsBelow(root: object): Place[] {
  const places: Place[] = [];
  const holders = [root];
  for (let holder = holders.shift(); holder !== undefined; holder = holders.shift())
    for (const [key, inner] of Object.entries(holder)) {
      if (typeof inner === 'string') places.push([holder as Record<string, unknown>, key]);
      else if (typeof inner === 'object' && inner !== null) holders.push(inner);
    }
  return places;
}
