import { ContentRewriter } from '../../content/content-rewriter.ts';
import type { ContentRules, MetSecret } from '../../content/content-rules.ts';
import { rewriteSamlMessage } from '../../content/saml.ts';
import type { CredentialKind } from '../../credential-kind.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import { KeptVerdicts } from '../../har/kept-verdicts.ts';
import { TokenSet } from '../../har/token-set.ts';
import type { Looker } from '../../har/walk/token-columns.ts';
import { parseBasic } from '../../pseudonyms/basic.ts';
import { parseCompactToken } from '../../pseudonyms/jwt.ts';
import type { Learned, Lesson } from './hand.ts';

export interface Learning {
  readonly looker: Looker;
  learn(tokens: HarTokens, offset: number): Pick<Learned, 'lessons' | 'setCookies' | 'marks'>;
}

type Secret = Pick<MetSecret, 'value' | 'kind' | 'certainty'>;

/** Finds what is secret in one stretch after the other. */
export function createLearning(rules: Omit<ContentRules, 'onSecret'>): Learning {
  let lessons = new Map<string, Lesson>();
  let setCookies: { offset: number; field: string }[] = [];
  let met: Secret[] = [];
  let at = 0;
  const teach = ({ value, kind, certainty }: Secret): void => {
    // A stretch repeats its credentials in every entry.
    if (lessons.has(`${certainty} ${kind} ${value}`)) return;
    for (const part of secretsWithin(value, kind))
      lessons.set(`${certainty} ${part.kind} ${part.value}`, { ...part, certainty });
  };
  const content = new ContentRewriter({
    ...rules,
    onSecret: ({ value, kind, certainty }) => {
      met.push({ value, kind, certainty });
      teach({ value, kind, certainty });
    },
  });
  const har = new HarRewriter(content, { onSetCookie: (field) => setCookies.push({ offset: at, field }) });
  /** What was met in values that are not still, and in which stretch that was told last. */
  const kept = new KeptVerdicts<{ readonly met: readonly Secret[]; stretch: number }>();
  let stretch = 0;
  const learn = (tokens: HarTokens, offset: number) => {
    lessons = new Map();
    setCookies = [];
    stretch++;
    const sieved = tokens.known.sieve();
    const [cleared, still, stillKeys] = TokenSet.sharing(tokens.count, tokens.count, tokens.keyCount) as [
      TokenSet,
      TokenSet,
      TokenSet,
    ];
    still.bits.set(sieved.still);
    stillKeys.bits.set(sieved.stillKeys);
    for (const token of sieved.asked) {
      // Something like it may have been met in this stretch.
      const known = kept.of(tokens, token);
      if (known === 'still') still.add(token);
      else if (known !== undefined && known.stretch !== stretch) {
        known.met.forEach(teach);
        known.stretch = stretch;
      }
      if (known !== undefined) continue;
      at = offset + tokens.startOf(token);
      met = [];
      har.rewriteToken(tokens, token);
      if (har.hasClearedBody) cleared.add(token);
      if (har.isStill) {
        still.add(token);
        kept.keepStill(tokens, token);
      } else if (!har.hasClearedBody) kept.keep(tokens, token, { met, stretch }, sizeOf(met));
    }
    for (const key of sieved.askedKeys) {
      if (!tokens.known.isStillKey(key)) {
        har.rewriteKey(tokens, key);
        if (!har.isStill) continue;
        tokens.known.keepStillKey(key);
      }
      stillKeys.add(key);
    }
    const marks = { cleared: cleared.bits, still: still.bits, stillKeys: stillKeys.bits };
    return { lessons: [...lessons.values()], setCookies, marks };
  };
  return { looker: har, learn };
}

function sizeOf(met: readonly Secret[]): number {
  return met.reduce((sum, { value }) => sum + value.length, 64);
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
