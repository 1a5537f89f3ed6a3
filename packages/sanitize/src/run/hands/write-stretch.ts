import { ContentRewriter } from '../../content/content-rewriter.ts';
import type { ContentRules, MetSecret } from '../../content/content-rules.ts';
import { credentialKinds } from '../../credential-kind.ts';
import { HarRewriter } from '../../har/har-rewriter.ts';
import type { HarTokens } from '../../har/har-tokens.ts';
import { KeptVerdicts } from '../../har/kept-verdicts.ts';
import { stillOf } from '../../har/still.ts';
import { isIn } from '../../har/token-set.ts';
import type { Looker } from '../../har/walk/token-columns.ts';
import type { LearnedSecrets } from '../../learned/learned-secrets.ts';
import { fingerprintOf } from '../../pseudonyms/fingerprint.ts';
import { MARKER_KEY, markerText } from '../marker.ts';
import { createSafeNames } from '../safe-names.ts';
import { type Change, splice } from '../splice.ts';
import type { MadeRedaction, WriteJob, Written } from './hand.ts';

export interface Writing {
  readonly looker: Looker;
  write(tokens: HarTokens, job: WriteJob): Pick<Written, 'bytes' | 'redactions' | 'dropped'>;
}

/** The JSON that takes the place of a value, and what was met in it. */
interface Rewritten {
  readonly json: string;
  readonly met: MetSecret[];
}

/** Puts pseudonyms in the place of credentials in one stretch after the other. */
export function createWriting(
  rules: Omit<ContentRules, 'onSecret' | 'learned'>,
  learned: LearnedSecrets,
): Writing {
  let met: MetSecret[] = [];
  let isDropped = false;
  const content = new ContentRewriter({ ...rules, learned, onSecret: (secret) => met.push(secret) });
  const har = new HarRewriter(content, {
    onDropped: () => {
      isDropped = true;
    },
  });
  const names = createSafeNames({ ...rules, onSecret: () => {} }, learned);
  const kept = new KeptVerdicts<Rewritten>();
  /** What takes the place of a token that is not still; `met` is what was met in it. */
  const rewrite = (tokens: HarTokens, token: number): string | undefined => {
    const known = kept.of(tokens, token);
    if (known === 'still') return undefined;
    if (known !== undefined) {
      met = known.met;
      return known.json;
    }
    met = [];
    const json = har.rewriteToken(tokens, token);
    if (json === undefined) kept.keepStill(tokens, token);
    else if (!isDropped) kept.keep(tokens, token, { json, met }, sizeOf(json, met));
    return json;
  };
  const write = (tokens: HarTokens, job: WriteJob) => {
    const { offset, bytes, marks, takesMarker, renamesMarkers } = job;
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
    const keys = tokens.keyCount;
    for (
      let token = still.nextOutside(0, tokens.count);
      token < tokens.count;
      token = still.nextOutside(token + 1, tokens.count)
    ) {
      const json = isIn(marks.cleared, token) ? har.sweepBody(tokens, token) : rewrite(tokens, token);
      if (json === undefined) continue;
      const start = tokens.startOf(token);
      const pointer = tokens.pointer(token);
      changes.push({ start, end: tokens.endOf(token), json });
      tell(pointer, start);
      if (isDropped) dropped.push(pointer);
      isDropped = false;
    }
    met = [];
    for (let key = stillKeys.nextOutside(0, keys); key < keys; key = stillKeys.nextOutside(key + 1, keys)) {
      const json = har.rewriteKey(tokens, key);
      if (json === undefined) continue;
      const start = tokens.keyStart(key);
      changes.push({ start, end: tokens.keyEnd(key), json });
      tell(`(a key at byte ${offset + start})`, start);
    }
    for (const key of renamesMarkers ? tokens.markerKeys : [])
      changes.push({
        start: tokens.keyStart(key),
        end: tokens.keyEnd(key),
        json: JSON.stringify(`${MARKER_KEY}Before`),
      });
    if (takesMarker && tokens.logBrace !== undefined) changes.push(markerChange(tokens, tokens.logBrace));
    return { bytes: splice(bytes, changes), redactions, dropped };
  };
  return { looker: har, write };
}

function sizeOf(json: string, met: readonly MetSecret[]): number {
  return met.reduce((sum, { value, replacement }) => sum + value.length + replacement.length, json.length);
}

/** The marker as the first member of `log`. */
function markerChange(tokens: HarTokens, brace: number): Change {
  const behind = tokens.written(brace + 1, brace + 200);
  const isEmpty = /^\s*\}/.test(behind);
  const lead = /^\s*/.exec(behind)?.[0] ?? '';
  return {
    start: brace + 1,
    end: brace + 1,
    json: `${isEmpty ? '' : lead}${markerText()}${isEmpty ? '' : ','}`,
  };
}
