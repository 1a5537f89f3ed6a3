import { type Random, seededRandom } from './random.ts';
import { familyNames, featureNames, givenNames, places, vendors, words } from './vocabulary.ts';

/** Hands out bodies: built once from the seed, then varied so cheaply that writing the file is the work. */
export interface BodyPool {
  json(random: Random): string;
  script(random: Random): string;
  styleSheet(random: Random): string;
  page(random: Random): string;
  /** Base64 of an image that is an image in its first bytes only. */
  imageBase64(random: Random): string;
}

/** A spread of sizes: evenly many bodies per factor of ten. Bytes, before JSON escapes them. */
interface SizeSpread {
  readonly least: number;
  readonly most: number;
}

// With these, the portal's mean entry is 38 KB, of which 25 KB are bodies.
const jsonSizes: SizeSpread = { least: 400, most: 100_000 };
const scriptSizes: SizeSpread = { least: 8_000, most: 200_000 };
const styleSizes: SizeSpread = { least: 2_000, most: 60_000 };
const pageSizes: SizeSpread = { least: 2_000, most: 20_000 };
const imageSizes: SizeSpread = { least: 2_000, most: 90_000 };

/** One script in this many is the application's bundle of 1.5 MB, a string larger than any read buffer. */
const bundleEvery = 120;
const bundleBytes = 1_500_000;

/** Where a body takes a fresh id. Not a sequence that occurs in generated text. */
const hole = '@id@';

const bodiesPerPool = 64;

/** `scale` shrinks every body; `seed` decides them all. */
export function bodyPool(seed: number, scale: number): BodyPool {
  const random = seededRandom(seed);
  const jsonBodies = spread(jsonSizes, scale).map((bytes) => jsonBody(random, bytes).split(hole));
  const code = scriptText(random, bundleBytes + 1000);
  const css = styleText(random, styleSizes.most * 2);
  const html = pageText(random, pageSizes.most * 2);
  const base64 = base64Text(random, imageSizes.most * 3);
  const cut = (text: string, sizes: SizeSpread) => (picker: Random) => {
    const length = Math.min(text.length, sizeIn(sizes, scale, picker));
    const start = picker.integer(0, text.length - length);
    return text.slice(start, start + length);
  };
  const image = cut(base64, imageSizes);
  const script = cut(code, scriptSizes);
  return {
    json: (picker) => picker.pick(jsonBodies).join(picker.hex(12)),
    script: (picker) =>
      scale === 1 && picker.chance(1 / bundleEvery) ? code.slice(0, bundleBytes) : script(picker),
    styleSheet: cut(css, styleSizes),
    page: (picker) => `<!DOCTYPE html>\n<html lang="en">${cut(html, pageSizes)(picker)}</html>`,
    // Base64 comes in groups of four characters; the prefix is PNG's signature.
    imageBase64: (picker) => {
      const text = image(picker);
      return `iVBORw0KGgoAAAAN${text.slice(0, text.length - (text.length % 4))}`;
    },
  };
}

function spread(sizes: SizeSpread, scale: number): number[] {
  return Array.from({ length: bodiesPerPool }, (_, rank) =>
    sizeAt(sizes, scale, (rank + 0.5) / bodiesPerPool),
  );
}

function sizeIn(sizes: SizeSpread, scale: number, random: Random): number {
  return sizeAt(sizes, scale, random.next());
}

function sizeAt({ least, most }: SizeSpread, scale: number, share: number): number {
  return Math.max(16, Math.round(least * (most / least) ** share * scale));
}

/** A list of what the portal lists, as its services write it: minified, with an id to fill in here and there. */
function jsonBody(random: Random, bytes: number): string {
  const make = random.pick([user, phoneNumber, feature, job]);
  const head = `{"requestId":"${hole}","items":[`;
  const items = [make(random)];
  let length = head.length + items[0]!.length;
  while (length < bytes) {
    const item = make(random);
    items.push(item);
    length += item.length + 1;
  }
  return `${head}${items.join(',')}],"paging":{"start":0,"count":${items.length},"next":null}}`;
}

function user(random: Random): string {
  const givenName = random.pick(givenNames);
  const familyName = random.pick(familyNames);
  return JSON.stringify({
    id: `${random.uuid()}${random.chance(0.1) ? hole : ''}`,
    displayName: `${givenName} ${familyName}`,
    emails: [{ value: `user${random.integer(1, 9999)}@example.com`, primary: true, type: 'work' }],
    location: { name: random.pick(places), extension: String(random.integer(1000, 9999)) },
    enabled: random.chance(0.9),
    note: random.chance(0.3) ? `${sentence(random)}\nsee "${random.pick(places)}"` : null,
  });
}

function phoneNumber(random: Random): string {
  return JSON.stringify({
    phoneNumber: `+1555010${random.integer(0, 9)}${random.integer(0, 9)}`,
    extension: String(random.integer(1000, 9999)),
    state: random.pick(['ACTIVE', 'INACTIVE']),
    mainNumber: random.chance(0.05),
    tollFree: false,
    location: { id: random.uuid(), name: random.pick(places) },
    owner: random.chance(0.7)
      ? { id: random.uuid(), type: 'PEOPLE', lastName: random.pick(familyNames) }
      : null,
  });
}

function feature(random: Random): string {
  return JSON.stringify({
    name: random.pick(featureNames),
    enabled: random.chance(0.5),
    access: random.pick(['FULL_ACCESS', 'NO_ACCESS']),
    vendor: random.pick(vendors),
    description: sentence(random),
    settings: { rings: random.integer(2, 20), path: `C:\\greetings\\${random.hex(6)}.wav`, order: [1, 2, 3] },
  });
}

function job(random: Random): string {
  return JSON.stringify({
    id: random.uuid(),
    latestExecutionStatus: random.pick(['COMPLETED', 'STARTED']),
    progressPercent: random.integer(0, 100),
    counts: { updated: random.integer(0, 500), failed: 0 },
    startedAt: `2025-06-10T${random.integer(10, 23)}:${random.integer(10, 59)}:${random.integer(10, 59)}.000Z`,
  });
}

function sentence(random: Random): string {
  return Array.from({ length: random.integer(6, 60) }, () => random.pick(words)).join(' ');
}

function scriptText(random: Random, bytes: number): string {
  const name = () => `${random.pick('abcdefghijklmnopqrstuvwxyz'.split(''))}${random.hex(1)}`;
  return textOf(bytes, () =>
    random.pick([
      () =>
        `function ${name()}(${name()},${name()}){return ${name()}.${random.pick(words)}(${random.integer(0, 9999)})}`,
      () => `var ${name()}={${random.pick(words)}:"${sentence(random)}",n:${random.integer(0, 99)}};\n`,
      () =>
        `${name()}.prototype.${random.pick(featureNames)}=function(){if(!this.${name()})throw new Error('${random.pick(words)}')};`,
      () => `const ${name()}=/^[\\w.-]+@\\d{2,}\\/${random.hex(2)}$/.test(${name()})?${name()}():void 0;`,
      () => `/* ${sentence(random)} */\n`,
    ])(),
  );
}

function styleText(random: Random, bytes: number): string {
  return textOf(
    bytes,
    () =>
      `.${random.pick(featureNames)}-${random.hex(4)}{margin:0 ${random.integer(0, 48)}px;color:#${random.hex(6)};content:"\\f1${random.hex(2)}"}\n`,
  );
}

function pageText(random: Random, bytes: number): string {
  return textOf(
    bytes,
    () =>
      `<div class="${random.pick(featureNames)}" data-id="${random.hex(8)}"><a href="/${random.pick(words)}">${sentence(random)}</a></div>\n`,
  );
}

function base64Text(random: Random, bytes: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('');
  return textOf(
    bytes,
    () => random.pick(alphabet) + random.pick(alphabet) + random.pick(alphabet) + random.pick(alphabet),
  );
}

function textOf(bytes: number, piece: () => string): string {
  const pieces: string[] = [];
  for (let length = 0; length < bytes; ) {
    const next = piece();
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}
