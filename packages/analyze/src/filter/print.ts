import type { FilterNode, FilterOperator, FilterTerm } from './ast.ts';
import { parseFilter } from './parse.ts';

const SIGNS: Readonly<Record<FilterOperator, string>> = {
  is: ':',
  contains: '~',
  matches: '~',
  equals: '=',
  differs: '!=',
  starts: '^=',
  ends: '$=',
  '>=': ':>=',
  '<=': ':<=',
  '>': ':>',
  '<': ':<',
  present: '',
};

/** Writes a filter in its canonical spelling; parsing it gives the same tree again. */
export function printFilter(node: FilterNode): string {
  switch (node.type) {
    case 'term':
      return printTerm(node);
    case 'not':
      return `-${operand(node.part)}`;
    case 'and':
      return node.parts
        .map((part) => (part.type === 'or' ? `(${printFilter(part)})` : printFilter(part)))
        .join(' ');
    case 'or':
      return node.parts.map(printFilter).join(' OR ');
  }
}

function operand(node: FilterNode): string {
  return node.type === 'term' ? printTerm(node) : `(${printFilter(node)})`;
}

function printTerm(term: FilterTerm): string {
  const { key, name, operator, value } = term;
  if (key === 'text') return operator === 'matches' ? printRegex(value) : printText(value);
  const head = (name === undefined ? key : `${key}[${name}]`) + SIGNS[operator];
  if (operator === 'present') return head;
  if (operator === 'matches') return `${head}/${value}/`;
  const isPlain = /^[^\s"\\()/][^\s"\\()]*$/.test(value) && !/^[<>]/.test(value);
  return head + (isPlain ? value : quote(value));
}

/** Bare where that reads back as the same text, else in quotes. */
function printText(value: string): string {
  if (!/^[^\s"\\()]+$/.test(value)) return quote(value);
  const { ast, problems } = parseFilter(value);
  return problems.length === 0 &&
    ast.type === 'term' &&
    ast.key === 'text' &&
    ast.operator === 'contains' &&
    ast.value === value
    ? value
    : quote(value);
}

/** Firefox's `regexp:` takes a pattern with bare slashes. */
function printRegex(source: string): string {
  return /^(?:[^\\/]|\\.)+$/s.test(source) ? `/${source}/` : `regexp:${source}`;
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
