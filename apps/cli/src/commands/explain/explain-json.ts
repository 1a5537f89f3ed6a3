import { type Block, type Page, plainText } from '@harrier/knowledge/pages';
import type { GroupList } from './print-page.ts';

/** The value of `explain --json` for one page, without the marks of literals. A contract: docs/schemas/explain.schema.json. */
export function pageJson({ topic, title, lead, blocks, sources, asOf }: Page): object {
  return {
    topic,
    title: plainText(title),
    lead: plainText(lead),
    blocks: blocks.map(blockJson),
    sources: sources.map(({ document, url, licence }) => ({
      document,
      url: url ?? null,
      licence: licence ?? null,
    })),
    asOf,
  };
}

/** The value of `explain --json` without a page's name: what there is, and the page on the group where there is one. */
export function groupsJson(groups: GroupList, overview: Page | undefined): object {
  return {
    groups: groups.map(({ group, title, names }) => ({ group, title, names })),
    ...(overview === undefined ? {} : { page: pageJson(overview) }),
  };
}

function blockJson(block: Block): object {
  switch (block.kind) {
    case 'facts':
      return {
        kind: block.kind,
        rows: block.rows.map(([label, value]) => ({ label: plainText(label), value: plainText(value) })),
      };
    case 'text':
      return { kind: block.kind, heading: block.heading, text: plainText(block.text) };
    case 'list':
    case 'steps':
      return { kind: block.kind, heading: block.heading, items: block.items.map(plainText) };
    case 'example':
      return { kind: block.kind, heading: block.heading, text: block.text };
    case 'table':
      return { kind: block.kind, heads: block.heads, rows: block.rows };
    case 'see':
      return { kind: block.kind, heading: block.heading, topics: block.topics };
  }
}
