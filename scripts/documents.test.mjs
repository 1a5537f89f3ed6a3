import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['packages', 'services', 'apps', 'lab', 'bench', 'docs', 'scripts', 'fixtures', 'deploy'];
const files = [
  ...readdirSync(root).filter((name) => /^[A-Z]+\.md$/.test(name)),
  ...folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) =>
      path.posix.join(folder, name.split(path.sep).join('/')),
    ),
  ),
].filter((file) => !/\/(?:node_modules|dist|results)(?:\/|$)/.test(file));
/** Every ending of every path, also without `src`: a document may leave out what its room makes plain. */
const endings = new Set(
  files
    .flatMap((file) => [file, file.replace('/src/', '/')])
    .flatMap((file) => file.split('/').map((_, from, parts) => parts.slice(from).join('/'))),
);
const pages = files.filter((file) =>
  /^(?:[A-Z]+\.md|docs\/.*\.md|(?:packages|services|apps)\/[\w-]+\/README\.md)$/.test(file),
);
const read = (page) => readFileSync(path.join(root, page), 'utf8');

describe('the documents', () => {
  it.each(pages)('%s links to nothing that is not there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => !existsSync(path.join(root, path.dirname(page), link)))).toEqual([]);
  });

  // The change log and decisions tell of what was.
  it.each(pages.filter((page) => page !== 'CHANGELOG.md' && !page.startsWith('docs/adr/')))(
    'every source file and folder that %s names is there',
    (page) => {
      const named = [...read(page).matchAll(/`((?:[\w@.-]+\/)+[\w.-]*)`/g)].map(([, name]) => name);
      const own = named.filter(
        (name) =>
          /\.(?:ts|tsx|mjs|js|json|sh)$/.test(name) ||
          /^(?:packages|services|apps|lab|bench|docs|scripts|fixtures|deploy)\//.test(name),
      );
      const isElsewhere = (name) =>
        name.includes('/dist/') || name.startsWith('.harrier/') || name.startsWith('@');
      const isThere = (name) => endings.has(name.replace(/\/$/, '')) || existsSync(path.join(root, name));
      expect(own.filter((name) => !isElsewhere(name) && !isThere(name))).toEqual([]);
    },
  );

  it('names no log format that is not there', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/--format ([a-z][\w-]*) --zone/g)].map(([, id]) => id),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !endings.has(`formats/shipped/${id}.json`))).toEqual([]);
  });

  it('names what shows each claim of the threat model', () => {
    expect(
      [...read('docs/threat-model.md').matchAll(/`(?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|js|json|sh)`/g)]
        .length,
    ).toBeGreaterThan(40);
  });

  it('tells every room in the table of the architecture', () => {
    const rooms = [
      ...new Set(
        files.flatMap((file) => /^((?:packages|services|apps)\/[\w-]+|lab|bench)\//.exec(file)?.[1] ?? []),
      ),
    ];
    expect(rooms.length).toBeGreaterThan(10);
    const text = read('docs/ARCHITECTURE.md');
    expect(rooms.filter((room) => !text.includes(`| \`${room}\` |`))).toEqual([]);
  });

  it('lets each room import in that table what its package.json lets it', () => {
    const rows = [...read('docs/ARCHITECTURE.md').matchAll(/^\| `([\w/-]+)` \|.*\| (.*) \|$/gm)];
    const rooms = rows.map(([, room]) => room);
    const all = (folder) =>
      rooms.filter((room) => room.startsWith(folder)).map((room) => path.basename(room));
    const differing = rows.flatMap(([, room, may]) => {
      const words = may
        .replace(/\(.*?\)/g, '')
        .replace('every package', all('packages/').join(', '))
        .replace('and service', `, ${all('services/').join(', ')}`);
      const told = rooms
        .map((name) => path.basename(name))
        .filter((name) => new RegExp(`\\b${name}\\b`).test(words));
      const { dependencies = {} } = JSON.parse(read(`${room}/package.json`));
      const declared = Object.keys(dependencies).flatMap((name) => /^@harrier\/(.*)/.exec(name)?.[1] ?? []);
      return String(told.sort()) === String(declared.sort()) ? [] : [{ room, told, declared }];
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(differing).toEqual([]);
  });

  it('tells in the README of every room, too', () => {
    const text = read('README.md');
    const rooms = [...read('docs/ARCHITECTURE.md').matchAll(/^\| `([\w/-]+)` \|/gm)].map(([, room]) => room);
    expect(rooms.filter((room) => !text.includes(`| [${room}](${room}) |`))).toEqual([]);
  });
});
