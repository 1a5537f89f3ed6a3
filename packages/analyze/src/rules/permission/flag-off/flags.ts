import { featureWord } from '../../../permissions/feature-words.ts';

/** A feature flag or entitlement that is off. */
export interface OffFlag {
  readonly name: string;
  /** JSON pointer within the answer. */
  readonly pointer: string;
}

const MAX_DEPTH = 8;
const MAX_FLAGS = 500;
/** Names of what holds flags. */
const flagsWord = /feature|flag|entitlement|toggle|capabilit|permission|experiment/i;

/** A look at a text, which saves parsing and walking through the many that hold none. */
export function mayHoldOffFlags(text: string): boolean {
  return anyFalse.test(text) && flagsWord.test(text);
}

const anyFalse = /:\s{0,40}false\b/;

/**
 * Flags of an answer that are off: `{features: {callRecording: false}}` and `{flags: [{key: "call-recording", value: false}]}`.
 * Only below a name that speaks of flags; any other `false` is a setting.
 */
export function offFlags(root: unknown): OffFlag[] {
  const found: OffFlag[] = [];
  const walk = (value: unknown, pointer: string, inFlags: boolean, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || found.length >= MAX_FLAGS) return;
    for (const [name, member] of Object.entries(value)) {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (inFlags && !Array.isArray(value) && member === false && !isValueName(name))
        found.push({ name, pointer: at });
      const item =
        typeof member === 'object' && member !== null ? (member as Record<string, unknown>) : undefined;
      const off = inFlags && item !== undefined ? offName(item) : undefined;
      if (item !== undefined && off !== undefined) {
        const called = Array.isArray(value) ? (item.key ?? item.name ?? item.id ?? item.flag) : name;
        if (typeof called === 'string') found.push({ name: called, pointer: `${at}/${off}` });
      } else walk(member, at, inFlags || flagsWord.test(name), depth + 1);
    }
  };
  walk(root, '', false, 0);
  return found;
}

const valueNames = ['value', 'enabled', 'on', 'active', 'allowed', 'entitled', 'granted'];

function isValueName(name: string): boolean {
  return valueNames.includes(featureWord(name));
}

function offName(item: Record<string, unknown>): string | undefined {
  return valueNames.find((name) => item[name] === false);
}
