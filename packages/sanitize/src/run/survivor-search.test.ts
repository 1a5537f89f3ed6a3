import { describe, expect, it } from 'vitest';
import { createSurvivorSearch } from './survivor-search.ts';

const secret = 'qT7/vX"29zLk+Wm4';
const filler = 'plain words, %41 and \\u0041 and &amp; and "quotes" \\" \\/ '.repeat(40);

describe('the search for survivors', () => {
  const search = createSurvivorSearch([secret, 'Zx81KpQ0w7Rt5y']);
  const spelled = {
    plainly: secret,
    'in percent codes': Array.from(secret, (sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''),
    'in percent codes, some of it': secret.replace('v', '%76').replace('"', '%22'),
    'in entities': Array.from(secret, (sign) => `&#${sign.charCodeAt(0)};`).join(''),
    'in escapes of JSON': Array.from(
      secret,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ).join(''),
    'with a slash and a quotation mark escaped': secret.replace('/', '\\/').replace('"', '\\"'),
  };
  for (const [how, text] of Object.entries(spelled)) {
    it(`finds a value that is written ${how}, wherever it stands`, () => {
      for (let lead = 0; lead < 60; lead++) {
        const before = filler.slice(0, lead * 37);
        expect(search(`${before} ${text} ${filler}`)).toBeDefined();
        expect(search(`${'x'.repeat(lead * 5)} ${text}`)).toBeDefined();
      }
    });
  }

  it('finds nothing in a text that holds none', () => {
    expect(search(filler)).toBeUndefined();
    expect(search('')).toBeUndefined();
  });
});
