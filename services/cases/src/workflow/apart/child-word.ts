import type { HarReadErrorCode } from '@harrier/har';
import type { IntakeTroubleCode } from '@harrier/knowledge';
import type { SanitizeErrorCode } from '@harrier/sanitize';
import type { Cleaned, Examined } from '../context.ts';
import type { ValueMap } from '../seal-map.ts';

/** What a process that works on one capture says. The clean bytes come through its standard output. */
export type ChildWord =
  | { readonly kind: 'examined'; readonly examined: Examined }
  /** What some of the pseudonyms stood for. */
  | { readonly kind: 'values'; readonly values: readonly (readonly [string, MapValue])[] }
  | {
      readonly kind: 'cleaned';
      readonly facts: Omit<Cleaned, 'output' | 'sealedMap'>;
      /** There was nothing to take out, and no bytes come. */
      readonly isUnchanged: boolean;
    }
  | { readonly kind: 'troubled'; readonly code: IntakeTroubleCode }
  | { readonly kind: 'refused'; readonly room: 'har'; readonly code: HarReadErrorCode }
  | { readonly kind: 'refused'; readonly room: 'sanitize'; readonly code: SanitizeErrorCode };

type MapValue = ValueMap extends Map<string, infer Value> ? Value : never;
