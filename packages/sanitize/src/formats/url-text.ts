import { decodePercent, rewriteForm } from './form.ts';
import type { Visit } from './visit.ts';

/** RFC 3986 appendix B: scheme, authority, path, query, fragment; every string matches. */
const urlParts = /^([A-Za-z][A-Za-z\d+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/;

/**
 * Rewrites the values inside a URL (absolute, relative, or a path only): userinfo, path segments and
 * their `;name=value` parameters, query and fragment. What does not change keeps its spelling.
 */
export function rewriteUrl(text: string, visit: Visit): string {
  const match = urlParts.exec(text);
  if (match === null) return visit({ place: 'text', name: '', text });
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = match;
  return (
    scheme +
    rewriteAuthority(authority, visit) +
    rewritePath(path, visit) +
    (query === '' ? '' : `?${rewriteForm(query.slice(1), 'query', visit)}`) +
    rewriteFragment(fragment, visit)
  );
}

function rewriteAuthority(authority: string, visit: Visit): string {
  const at = authority.lastIndexOf('@');
  if (at < 0) return authority;
  const userinfo = authority.slice(2, at);
  const colon = userinfo.indexOf(':');
  const user = colon < 0 ? userinfo : userinfo.slice(0, colon);
  // A lone user name may be a token (`https://<token>@host`): the visitor decides by its look.
  const parts = [rewriteEncoded(user, 'user', visit)];
  if (colon >= 0) parts.push(rewriteEncoded(userinfo.slice(colon + 1), 'password', visit));
  return `//${parts.join(':')}${authority.slice(at)}`;
}

function rewriteEncoded(written: string, name: string, visit: Visit): string {
  const value = decodePercent(written);
  if (value === '') return written;
  const rewritten = visit({ place: 'userinfo', name, text: value });
  return rewritten === value ? written : encodeURIComponent(rewritten);
}

/** A segment's name is the segment before it: `/reset/<token>`, `/invite/<code>`. */
function rewritePath(path: string, visit: Visit): string {
  let previous = '';
  return path
    .split('/')
    .map((segment) => {
      const [head = '', ...parameters] = segment.split(';');
      const value = decodePercent(head);
      const rewritten = value === '' ? value : visit({ place: 'path', name: previous, text: value });
      previous = value;
      const first = rewritten === value ? head : encodeURIComponent(rewritten);
      return [first, ...parameters.map((parameter) => rewriteForm(parameter, 'query', visit))].join(';');
    })
    .join('/');
}

/** Fragments carry parameters (OAuth implicit), routes (`#/reset/abc?x=1`), or plain anchors. */
function rewriteFragment(fragment: string, visit: Visit): string {
  if (fragment === '') return '';
  const text = fragment.slice(1);
  if (/^[!/]/.test(text)) return `#${rewriteUrl(text, visit)}`;
  return `#${rewriteForm(text, 'fragment', visit)}`;
}
