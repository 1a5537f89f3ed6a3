/** Query parameters with which a list is asked for piece by piece. */
const pageNames =
  /^(?:page|page_?no|page_?num(?:ber)?|p|offset|skip|start|from|cursor|after|before|since|continuation|page_?token|next_?token|_|t|ts|cb|nocache)$/i;

/** A URL without what only says which piece of a list, or how old the browser's copy is. */
export function withoutPage(url: string): string {
  const [address = '', query] = url.replace(/#.*$/s, '').split('?', 2);
  if (query === undefined) return address;
  const rest = query.split('&').filter((pair) => !pageNames.test(pair.split('=', 1)[0] ?? ''));
  return `${address}?${rest.join('&')}`;
}
