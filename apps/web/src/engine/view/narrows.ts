import { FILTER_KEYS, type FilterNode, type FilterTerm, printFilter } from '@harrier/analyze';

/** Whether all that fits `next` fits `before` too, as it is while somebody types on: `body~ab` and then `body~abc`. */
export function narrows(before: FilterNode, next: FilterNode): boolean {
  const [old, parts] = [partsOf(before), partsOf(next)];
  return old.every((part) => parts.some((other) => isAtMost(other, part)));
}

/** The conditions that all have to hold. */
function partsOf(node: FilterNode): readonly FilterNode[] {
  return node.type === 'and' ? node.parts : [node];
}

function isAtMost(next: FilterNode, before: FilterNode): boolean {
  if (printFilter(next) === printFilter(before)) return true;
  if (next.type !== 'term' || before.type !== 'term') return false;
  const isSamePlace =
    next.key === before.key && next.name === before.name && next.operator === before.operator;
  return isSamePlace && looksInside(next) && next.value.toLowerCase().includes(before.value.toLowerCase());
}

/** What contains a word contains each part of it. `*` alone means something else. */
function looksInside({ key, operator, value }: FilterTerm): boolean {
  if (value.includes('*')) return false;
  if (operator === 'contains') return true;
  const means = FILTER_KEYS.find((one) => one.key === key);
  return operator === 'is' && means?.kind === 'text' && ['literal', 'contains'].includes(means.means);
}
