import { ContentRewriter } from '../../content/content-rewriter.ts';
import type { ContentRules } from '../../content/content-rules.ts';
import { rewriteSamlMessage } from '../../content/saml.ts';
import type { CredentialKind } from '../../credential-kind.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import { TokenSet } from '../../har/token-set.ts';
import { parseBasic } from '../../pseudonyms/basic.ts';
import { parseCompactToken } from '../../pseudonyms/jwt.ts';
import type { Learned, Lesson } from './hand.ts';

export type LearnStretch = (
  tokens: HarTokens,
  text: string,
  offset: number,
) => Pick<Learned, 'lessons' | 'setCookies' | 'marks'>;

/** Finds what is secret in one stretch after the other. */
export function createLearning(rules: Omit<ContentRules, 'onSecret'>): LearnStretch {
  let lessons = new Map<string, Lesson>();
  let setCookies: { offset: number; field: string }[] = [];
  let at = 0;
  const content = new ContentRewriter({
    ...rules,
    onSecret: ({ value, kind, certainty }) => {
      // A stretch repeats its credentials in every entry.
      if (lessons.has(`${certainty} ${kind} ${value}`)) return;
      for (const part of secretsWithin(value, kind))
        lessons.set(`${certainty} ${part.kind} ${part.value}`, { ...part, certainty });
    },
  });
  const har = new HarRewriter(content, { onSetCookie: (field) => setCookies.push({ offset: at, field }) });
  return (tokens, text, offset) => {
    lessons = new Map();
    setCookies = [];
    const [cleared, still, stillKeys] = TokenSet.sharing(
      tokens.count,
      tokens.count,
      tokens.keyRanges.length >> 1,
    ) as [TokenSet, TokenSet, TokenSet];
    for (let token = 0; token < tokens.count; token++) {
      at = offset + (tokens.starts[token] as number);
      har.rewriteToken(tokens, token, text);
      if (har.hasClearedBody) cleared.add(token);
      if (har.isStill) still.add(token);
    }
    for (let key = 0; key < tokens.keyRanges.length; key += 2) {
      har.rewriteKey(tokens, tokens.keyRanges[key] as number, tokens.keyRanges[key + 1] as number);
      if (har.isStill) stillKeys.add(key >> 1);
    }
    const marks = { cleared: cleared.bits, still: still.bits, stillKeys: stillKeys.bits };
    return { lessons: [...lessons.values()], setCookies, marks };
  };
}

/** A credential, and what of it opens something by itself: the password of Basic, the signature of a JWT. */
function secretsWithin(value: string, kind: CredentialKind): { value: string; kind: CredentialKind }[] {
  // A SAML message stays in part, so as a whole it is no secret.
  if (kind === 'saml' && rewriteSamlMessage(value, (text) => text) !== undefined) return [];
  const basic = kind === 'basic' ? parseBasic(value) : undefined;
  if (basic !== undefined)
    return [
      { value, kind },
      { value: basic.password, kind: 'password' },
    ];
  const token = parseCompactToken(value);
  if (token === undefined) return [{ value, kind }];
  return [{ value, kind }, ...token.rest.map((part) => ({ value: part, kind: 'signature' as const }))];
}
