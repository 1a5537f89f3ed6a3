import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createPseudonymiser } from '../pseudonyms/pseudonymiser.ts';
import { bytesToLatin1, latin1ToBytes } from './bytes.ts';
import { ContentRewriter } from './content-rewriter.ts';

const chosen = 'CedarIndigoEmber';

function rewriter(): ContentRewriter {
  const pseudonymiser = createPseudonymiser(new Uint8Array(32).fill(3));
  return new ContentRewriter({ pseudonymiser, strictness: 'default', onSecret: () => {} });
}

const sheet = `<sst><si><t>ordinary ${'words '.repeat(40)}</t></si><password>${chosen}</password></sst>`;

function archive(content: string): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/zip'), { level: 0 }],
    'xl/sharedStrings.xml': strToU8(content),
    'xl/empty/': new Uint8Array(0),
    'inner.zip': zipSync({ 'settings.json': strToU8(`{"password":"${chosen}"}`) }),
  });
}

function textsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => (name.endsWith('.zip') ? textsOf(content) : new TextDecoder().decode(content)))
    .join('\n');
}

describe('an archive', () => {
  it('loses the passwords of its files, and of archives in it', () => {
    const rewritten = rewriter().rewriteBytes(archive(sheet), 'application/zip') as Uint8Array;
    expect(textsOf(rewritten).match(/hx-pwd-[a-z0-9]+/g)).toHaveLength(2);
    expect(textsOf(rewritten)).not.toContain(chosen);
    expect(Object.keys(unzipSync(rewritten))).toEqual(Object.keys(unzipSync(archive(sheet))));
    expect(rewriter().rewriteBytes(rewritten, 'application/zip')).toBe(rewritten);
  });

  it('loses them in base64 inside JSON', () => {
    const json = JSON.stringify({ file: btoa(bytesToLatin1(archive(sheet))) });
    const { file } = JSON.parse(rewriter().rewriteText(json)) as { file: string };
    expect(textsOf(latin1ToBytes(atob(file)))).not.toContain(chosen);
  });

  it('without one stays as it is, byte for byte', () => {
    const bytes = zipSync({ 'a.json': strToU8('{"name":"ann"}'), 'b.txt': strToU8('ordinary words') });
    expect(rewriter().rewriteBytes(bytes, 'application/zip')).toBe(bytes);
  });

  it('that cannot be read is told to be so', () => {
    const bytes = archive(sheet);
    const locked = bytes.slice();
    locked[6] = 1;
    for (const broken of [locked, bytes.subarray(0, bytes.length >> 1)])
      expect(rewriter().rewriteBytes(broken, 'application/zip')).toBeUndefined();
  });

  it('that would unfold too far is not unfolded', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(66 * 1024 * 1024) });
    expect(rewriter().rewriteBytes(bomb, 'application/zip')).toBeUndefined();
  });
});
