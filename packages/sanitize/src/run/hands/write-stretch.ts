import { ContentRewriter } from '../../content/content-rewriter.ts';
import type { ContentRules, MetSecret } from '../../content/content-rules.ts';
import { credentialKinds } from '../../credential-kind.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import { stillOf } from '../../har/still.ts';
import { isIn } from '../../har/token-set.ts';
import type { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { fingerprintOf } from '../../pseudonyms/fingerprint.ts';
import { MARKER_KEY, markerText } from '../marker.ts';
import { createSafeNames } from '../safe-names.ts';
import { type Change, splice } from '../splice.ts';
import type { MadeRedaction, WriteJob, Written } from './hand.ts';

export type WriteStretch = (
  tokens: HarTokens,
  text: string,
  job: WriteJob,
) => Pick<Written, 'bytes' | 'redactions' | 'dropped'>;

/** Puts pseudonyms in the place of credentials in one stretch after the other. */
export function createWriting(
  rules: Omit<ContentRules, 'onSecret' | 'learned'>,
  learned: LearnedSecrets,
): WriteStretch {
  let met: MetSecret[] = [];
  let isDropped = false;
  const content = new ContentRewriter({ ...rules, learned, onSecret: (secret) => met.push(secret) });
  const har = new HarRewriter(content, {
    onDropped: () => {
      isDropped = true;
    },
  });
  const names = createSafeNames({ ...rules, onSecret: () => {} }, learned);
  return (tokens, text, { offset, bytes, marks, takesMarker, renamesMarkers }) => {
    met = [];
    isDropped = false;
    const changes: Change[] = [];
    const redactions: MadeRedaction[] = [];
    const dropped: string[] = [];
    const tell = (pointer: string, at: number): void => {
      if (met.length === 0) return;
      const safePointer = names.pointer(pointer);
      for (const { kind, rule, value, replacement, inside } of met) {
        const redaction = {
          pointer: safePointer,
          inside: inside.map((step) => names.step(step)),
          kind,
          rule,
          ...(credentialKinds[kind].hidesLength ? {} : { length: value.length }),
          pseudonym: fingerprintOf(replacement),
        };
        redactions.push({ redaction, offset: offset + at, value, replacement });
      }
      met = [];
    };
    const { still, stillKeys } = stillOf(marks, tokens, learned.findWritten(tokens.bytes));
    const keys = tokens.keyRanges.length >> 1;
    for (
      let token = still.nextOutside(0, tokens.count);
      token < tokens.count;
      token = still.nextOutside(token + 1, tokens.count)
    ) {
      const json = isIn(marks.cleared, token)
        ? har.sweepBody(tokens, token)
        : har.rewriteToken(tokens, token, text);
      if (json === undefined) continue;
      const start = tokens.starts[token] as number;
      const pointer = tokens.pointer(token);
      changes.push({ start, end: tokens.ends[token] as number, json });
      tell(pointer, start);
      if (isDropped) dropped.push(pointer);
      isDropped = false;
    }
    met = [];
    for (let key = stillKeys.nextOutside(0, keys); key < keys; key = stillKeys.nextOutside(key + 1, keys)) {
      const [start, end] = [tokens.keyRanges[2 * key] as number, tokens.keyRanges[2 * key + 1] as number];
      const json = har.rewriteKey(tokens, start, end);
      if (json === undefined) continue;
      changes.push({ start, end, json });
      tell(`(a key at byte ${offset + start})`, start);
    }
    for (let key = 0; renamesMarkers && key < tokens.markerKeys.length; key += 2) {
      const [start, end] = [tokens.markerKeys[key] as number, tokens.markerKeys[key + 1] as number];
      changes.push({ start, end, json: JSON.stringify(`${MARKER_KEY}Before`) });
    }
    if (takesMarker && tokens.logBrace !== undefined) changes.push(markerChange(text, tokens.logBrace));
    return { bytes: splice(bytes, changes), redactions, dropped };
  };
}

/** The marker as the first member of `log`. */
function markerChange(text: string, brace: number): Change {
  const isEmpty = /^\s*\}/.test(text.slice(brace + 1, brace + 200));
  const lead = /^\s*/.exec(text.slice(brace + 1, brace + 200))?.[0] ?? '';
  return {
    start: brace + 1,
    end: brace + 1,
    json: `${isEmpty ? '' : lead}${markerText()}${isEmpty ? '' : ','}`,
  };
}
