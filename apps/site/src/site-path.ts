import type { Language } from '@harrier/knowledge';

/**
 * Where a topic's page lies, from the site's root: `fr/status/502.html`, `fr/method/index.html` for a group. The colon of HTTP/2's
 * pseudo-fields cannot stand in a file's name everywhere.
 */
export function pathOfTopic(topic: string, language: Language): string {
  const [group = '', ...name] = topic.split('/');
  if (name.length === 0) return `${language}/${group}/index.html`;
  return `${language}/${group}/${name.join('/').replace(':', 'pseudo-')}.html`;
}

/** The way from one file of the site to another, so that the site works in any folder of any server, and from a disk. */
export function relativePath(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + to;
}
