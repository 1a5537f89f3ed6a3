import type { Random } from '../generate/random.ts';

/** Scalars that readers stumble over; one of them stands for a deep nest. */
const ODD: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  -0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '200',
  '\u0000',
  '\ud800',
  '\u2028',
  '__proto__',
  '2025-02-30T00:00:00Z',
  '0001-01-01T00:00:00',
  'data:text/html;base64,PGI+',
  'http://[::1',
  'https://user:pass@example.com:99999/%E0%A4%A?a=b&a=c#x',
  [],
  {},
  [[[[[[[[]]]]]]]],
];

/** A JSON text with one to four of its values changed, moved, doubled or gone; undefined where it is no JSON, or too deep. */
export function reshapedJson(input: Uint8Array, random: Random): Uint8Array | undefined {
  try {
    return reshaped({ root: JSON.parse(new TextDecoder().decode(input)) }, random);
  } catch {
    return undefined;
  }
}

function reshaped(holder: { root: unknown }, random: Random): Uint8Array {
  for (let change = random.integer(1, 4); change > 0; change--) changeOne(holder, random);
  const text = JSON.stringify(holder.root, undefined, random.pick([undefined, 1, 2, '\t'])) ?? 'null';
  return new TextEncoder().encode(random.chance(0.1) ? escaped(text) : text);
}

function changeOne(root: object, random: Random): void {
  const places = placesIn(root);
  const [parent, key] = random.pick(places);
  const [otherParent, otherKey] = random.pick(places);
  switch (random.integer(0, 5)) {
    case 0:
      if (parent !== root) delete parent[key];
      break;
    case 1:
      parent[key] = structuredClone(otherParent[otherKey]);
      break;
    case 2:
      if (Array.isArray(parent)) parent.push(...structuredClone(parent.slice(0, 4)));
      else parent[random.pick(['_x', 'log', 'entries', 'text', key.toUpperCase()])] = parent[key];
      break;
    case 3:
      if (typeof parent[key] === 'string') parent[key] = JSON.stringify({ [key]: parent[key] });
      else parent[key] = [parent[key]];
      break;
    default:
      parent[key] = structuredClone(random.pick(ODD));
  }
}

type Place = readonly [parent: Record<string, unknown>, key: string];

/** More of a large document are not needed, and a deep one must not end the fuzzer. */
const MOST_PLACES = 20_000;

function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const holders = [root];
  for (let holder = holders.shift(); holder !== undefined; holder = holders.shift())
    for (const [key, inner] of Object.entries(holder)) {
      if (places.length === MOST_PLACES) return places;
      places.push([holder as Record<string, unknown>, key]);
      if (typeof inner === 'object' && inner !== null) holders.push(inner);
    }
  return places;
}

/** Every second letter inside the text's strings as an escape: other bytes, the same JSON. */
function escaped(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (whole) =>
    whole.replace(/(\\.)|[a-z]/g, (char, ahead) =>
      ahead === undefined && char.charCodeAt(0) % 2 === 0
        ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
        : char,
    ),
  );
}
