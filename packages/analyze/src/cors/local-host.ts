/** Labels under which networks name their own hosts: RFC 6762 (`local`), RFC 8375 (`home.arpa`), ICANN's `internal`, and custom. */
const localLabels: ReadonlySet<string> = new Set([
  'local',
  'localhost',
  'localdomain',
  'lan',
  'internal',
  'intranet',
  'home',
]);

/** Private and loopback addresses: RFC 1918, RFC 6598 excepted, RFC 3927, RFC 4193. */
const localAddress =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[(?:::1|f[cd]|fe80)/i;

/** Whether a URL or an origin leads into the local network, by its host alone. */
export function isLocalHost(url: string): boolean {
  const authority = /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  const host = authority.replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase();
  if (host === '') return false;
  if (localAddress.test(host)) return true;
  const labels = host.split('.');
  return labels.length === 1 || labels.slice(1).some((label) => localLabels.has(label));
}
