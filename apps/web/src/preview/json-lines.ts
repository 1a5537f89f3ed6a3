import type { JsonNode } from './json-nodes.ts';

/** One line of a tree on the screen. */
export interface TreeLine {
  /** The same for the same place in the text. */
  readonly id: string;
  readonly node: JsonNode;
  readonly path: readonly (string | number)[];
  /** What stands for it while it is closed, `{ 3 }`; `''` for values that do not open. */
  readonly closed: string;
  readonly isOpen: boolean;
  /** The search has found it. */
  readonly isFound: boolean;
}

/** Trees that are larger begin closed below the first levels. */
const SMALL = 200;
const OPEN_LEVELS = 2;

/**
 * The lines of a tree. Small trees begin open, large ones with their first levels; `toggled` are the places where somebody
 * wanted it otherwise. A search leaves what it finds and what leads there, all open.
 */
export function treeLines(
  root: JsonNode,
  toggled: ReadonlySet<string>,
  search: string,
): { readonly lines: readonly TreeLine[]; readonly found: number } {
  const lines: TreeLine[] = [];
  const wanted = search.trim().toLowerCase();
  const isSmall = sizeOf(root, SMALL) <= SMALL;
  let found = 0;
  const isHit = (node: JsonNode): boolean =>
    wanted !== '' &&
    (node.text.toLowerCase().includes(wanted) ||
      String(node.key ?? '')
        .toLowerCase()
        .includes(wanted));
  const holdsHit = (node: JsonNode): boolean => isHit(node) || node.children.some(holdsHit);
  const add = (node: JsonNode, path: readonly (string | number)[], id: string): void => {
    const opens = node.children.length > 0;
    const isFound = isHit(node);
    if (isFound) found++;
    const usual = wanted !== '' || isSmall || path.length < OPEN_LEVELS;
    const isOpen = opens && toggled.has(id) !== usual;
    lines.push({ id, node, path, closed: closedText(node), isOpen, isFound });
    if (!isOpen) return;
    node.children.forEach((child, at) => {
      if (wanted !== '' && !isFound && !holdsHit(child)) return;
      add(child, [...path, child.key as string | number], `${id}/${at}`);
    });
  };
  add(root, [], '');
  return { lines, found };
}

function closedText({ kind, children }: JsonNode): string {
  if (kind === 'object') return children.length === 0 ? '{}' : `{ ${children.length} }`;
  if (kind === 'array') return children.length === 0 ? '[]' : `[ ${children.length} ]`;
  return '';
}

/** Values in a tree, counted up to a little more than `most`. */
function sizeOf(node: JsonNode, most: number): number {
  let size = 1;
  for (const child of node.children) {
    size += sizeOf(child, most);
    if (size > most) break;
  }
  return size;
}
