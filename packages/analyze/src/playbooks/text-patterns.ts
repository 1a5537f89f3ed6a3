/** Whether a text fits a pattern in which `*` stands for anything; case does not matter. Linear in text × stars. */
export function fitsGlob(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const folded = text.toLowerCase();
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return folded === first;
  if (!folded.startsWith(first) || !folded.endsWith(last) || folded.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = folded.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= folded.length - last.length;
}

/** Whether a path fits a template: `{…}` is one segment, `**` any number of them. */
export function fitsPath(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  // Which parts of the template the path may have come to; a set, so that `**` cannot multiply the ways.
  let places = withSkipped(new Set([0]), wanted);
  for (const segment of given) {
    const next = new Set<number>();
    for (const at of places) {
      const part = wanted[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && (part === segment || (/^\{\w{1,40}\}$/.test(part) && segment !== '')))
        next.add(at + 1);
    }
    places = withSkipped(next, wanted);
  }
  return places.has(wanted.length);
}

/** `**` may stand for nothing. */
function withSkipped(places: Set<number>, wanted: readonly string[]): Set<number> {
  for (const at of places) if (wanted[at] === '**') places.add(at + 1);
  return places;
}
