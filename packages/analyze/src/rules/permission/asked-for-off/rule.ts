import type { JsonLeaf } from '../../../exchange/json-leaves.ts';
import { jsonAt, jsonLeaves } from '../../../exchange/json-leaves.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Rule } from '../../../findings/rule.ts';
import { type Write, writesAndReads, writesOf } from '../../../permissions/writes.ts';

/** Names of switches. */
const switchName = /^(?:is)?(?:enabled?|active|on|isOn|activated|switchedOn)$/i;

/**
 * Finds changes in which the page itself asked for "off" while the person filled in what only "on" needs: a switch that is
 * `false`, was `false` before, and beside it a value that is new. Before any log is searched: what did the browser ask for?
 * Quiet on: switches that the change turns off (somebody wanted that), and values that stood there before. Without an
 * earlier answer of the same URL nobody can tell what is new, and it is a hint.
 */
export const askedForOff: Rule<'permission/asked-for-off'> = {
  meta: {
    id: 'permission/asked-for-off',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'permission/request-says-off',
  },
  opens: writesAndReads,
  *detect(view) {
    for (const write of writesOf(view)) {
      const exchange = view.exchange(write.row);
      const off = exchange === undefined ? undefined : switchLeftOff(write);
      if (exchange === undefined || off === undefined) continue;
      const inBody = { entry: write.row, pointer: '/request/postData/text' };
      yield {
        entries: [write.row],
        evidence: [
          { ...inBody, bodyPointer: off.switched.pointer, role: 'cause' },
          { ...inBody, bodyPointer: off.filled.pointer, role: 'context' },
        ],
        facts: {
          ...exchangeFacts(exchange, 1),
          field: off.switched.pointer,
          filled: off.filled.pointer,
          compared: write.before !== undefined,
        },
        ...(write.before === undefined ? { severity: 'info', class: 'hint' } : {}),
      };
    }
  },
};

interface LeftOff {
  readonly switched: JsonLeaf;
  readonly filled: JsonLeaf;
}

function switchLeftOff({ sent, before }: Write): LeftOff | undefined {
  const leaves = jsonLeaves(sent);
  for (const switched of leaves) {
    const parent = switched.pointer.slice(0, switched.pointer.lastIndexOf('/'));
    // At the root there is always something beside the switch.
    if (switched.value !== false || !switchName.test(switched.name) || parent === '') continue;
    if (before !== undefined && jsonAt(before.value, switched.pointer) !== false) continue;
    const filled = leaves.find(
      (leaf) =>
        leaf.pointer.startsWith(`${parent}/`) &&
        leaf.pointer.lastIndexOf('/') === parent.length &&
        isFilledIn(leaf) &&
        (before === undefined || isNew(leaf, before.value)),
    );
    if (filled !== undefined) return { switched, filled };
  }
  return undefined;
}

/** Numbers and words have defaults; what a person types has digits, an @ or several words. */
function isFilledIn({ value }: JsonLeaf): boolean {
  return typeof value === 'string' && /[\d@]|\S\s\S/.test(value);
}

function isNew({ pointer, value }: JsonLeaf, before: unknown): boolean {
  const old = jsonAt(before, pointer);
  return old === null || old === undefined || old === '' || String(old) !== String(value);
}
