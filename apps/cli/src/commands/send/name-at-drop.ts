import { parse } from 'node:path';

/** Leaves room for the digest and a drop's own additions below the 255 bytes that file systems take. */
const mostStemLength = 120;

/**
 * What a file is called at a drop: its own name in small ASCII letters, digits and `._-`, which every drop takes, with the
 * beginning of its digest. So a name that is taken there means that this very file is there.
 */
export function nameAtDrop(file: string, sha256: string): string {
  const { name, ext } = parse(file);
  const mark = sha256.slice(0, 12);
  const [stem, suffix] = [plain(name).slice(0, mostStemLength), plain(ext)];
  const parts = [stem === '' ? 'file' : stem, ...(stem.includes(mark) ? [] : [mark])];
  return [...parts, ...(suffix === '' ? [] : [suffix])].join('.');
}

/** `Übung (2)` → `ubung-2`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
}
