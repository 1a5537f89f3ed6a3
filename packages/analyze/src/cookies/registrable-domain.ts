/**
 * Names under which anybody can register a domain, beyond those of one label: enough of the public suffix list to judge
 * cookies, not all of it. A name that is missing here makes a finding quiet, never wrong.
 * Source: publicsuffix.org, the most used entries of its ICANN part and of hosting services.
 */
const suffixes: ReadonlySet<string> = new Set(
  `co.uk org.uk ac.uk gov.uk me.uk com.au net.au org.au co.nz co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr com.br com.cn net.cn
   org.cn gov.cn com.tw org.tw com.hk com.sg com.my com.mx com.ar com.tr co.in co.za co.il co.id com.vn com.pl
   github.io gitlab.io herokuapp.com vercel.app netlify.app pages.dev workers.dev web.app firebaseapp.com appspot.com
   azurewebsites.net azurestaticapps.net cloudfront.net amazonaws.com s3.amazonaws.com blogspot.com onrender.com fly.dev`.split(
    /\s+/,
  ),
);

/** Whether a cookie for this domain would be everybody's. One label alone is: `com`, `localhost` aside. */
export function isPublicSuffix(domain: string): boolean {
  return suffixes.has(domain) || !domain.includes('.');
}

/** Scheme-less site of a host: the registrable domain, the host itself for addresses and single labels. */
export function siteOfHost(host: string): string {
  const known = sites.get(host);
  if (known !== undefined) return known;
  const site = siteOfName(host);
  // A capture has a few dozen hosts, and asks for them a thousand times.
  if (sites.size >= MAX_SITES) sites.clear();
  sites.set(host, site);
  return site;
}

const sites = new Map<string, string>();
const MAX_SITES = 1000;

function siteOfName(host: string): string {
  const name = host.replace(/:\d+$/, '');
  const labels = name.split('.');
  if (labels.length < 2 || /^[\d.]+$/.test(name) || name.startsWith('[')) return name;
  for (let from = 0; from < labels.length; from++) {
    const parent = labels.slice(from + 1).join('.');
    if (isPublicSuffix(parent)) return labels.slice(from).join('.');
  }
  return name;
}
