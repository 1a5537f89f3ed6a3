/** Parts that build tools add between the hash and the ending. */
const role = /\.(?:chunk|bundle|min|module|esm|legacy|lazy|entry)$/i;
const code = /\.(?:m?js|css|wasm)$/i;

/**
 * Whether a URL names a file of a build whose name changes with its content: `reports-4f1d22a9.js`, `main.3f2a1b4c.chunk.js`,
 * `index-DkZ3aB_1.css`. Such a file is never replaced, only left behind by the next build.
 * Vite writes 8 letters of base64url, webpack and Angular 8 to 20 hexadecimal digits, esbuild 8 capitals and digits.
 */
export function hasHashedName(url: string): boolean {
  const path = url.replace(/[?#].*$/s, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (!code.test(file)) return false;
  let name = file.replace(code, '');
  while (role.test(name)) name = name.replace(role, '');
  const hex = /(?:^|[.\-_~])([0-9a-f]{7,64})$/i.exec(name)?.[1];
  if (hex !== undefined && /\d/.test(hex) && /[a-f]/i.test(hex)) return true;
  const run = /[.-]([\w-]{8})$/.exec(name)?.[1];
  return run !== undefined && looksDrawn(run);
}

/** Letters and digits mixed as in no word; `version2` is a word with a number, `MyModule` a name. */
function looksDrawn(run: string): boolean {
  const isWord = /^[a-z]+[-_]?\d*$/i.test(run);
  return isWord ? caseChanges(run) >= LEAST_CASE_CHANGES : /\d/.test(run) && /[a-z]/i.test(run);
}

/** A name of two words changes three times; eight drawn letters mostly four times and more. */
const LEAST_CASE_CHANGES = 4;

function caseChanges(run: string): number {
  let changes = 0;
  for (let at = 1; at < run.length; at++) {
    const isUpper = /[A-Z]/.test(run[at] ?? '');
    const wasUpper = /[A-Z]/.test(run[at - 1] ?? '');
    if (isUpper !== wasUpper) changes++;
  }
  return changes;
}
