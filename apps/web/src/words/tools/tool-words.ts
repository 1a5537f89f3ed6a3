import type { DifferenceKind } from '@harrier/knowledge';
import type { CredentialKind } from '@harrier/sanitize';
import type { ComparedPart } from '../../compare/compared-fields.ts';
import type { PageName } from '../../pages/shown-page.ts';

/** What is said on the pages beside the workbench: sanitizing and comparing. */
export interface ToolWords {
  readonly pages: {
    readonly label: string;
    readonly names: Readonly<Record<PageName, string>>;
  };
  readonly sanitize: {
    readonly button: string;
    readonly title: string;
    readonly stays: string;
    /** Requests that the page has made to others. */
    sent(count: number): string;
    readonly sentMeaning: string;
    readonly preset: string;
    readonly presets: Readonly<Record<'default' | 'strict' | 'webex', string>>;
    readonly stripTokens: string;
    readonly personal: Readonly<Record<'email' | 'phone' | 'ipAddress' | 'names', string>>;
    readonly stages: Readonly<Record<'learn' | 'write' | 'verify', string>>;
    readonly refused: string;
    /** Why, by code; what to do. */
    readonly refusals: Readonly<
      Record<'sanitize/damaged-input' | 'sanitize/survivor' | 'sanitize/worker-ended', string>
    >;
    /** A damaged file: what was read whole becomes a capture of its own. */
    readonly openWhole: string;
    removed(credentials: string, places: string): string;
    readonly checked: string;
    dropped(bodies: number): string;
    keeps(kinds: string): string;
    readonly nothingFound: string;
    readonly remove: string;
    removeKind(kind: string): string;
    readonly kind: string;
    readonly everyKind: string;
    readonly kinds: Readonly<Record<CredentialKind, string>>;
    readonly credentials: string;
    readonly places: string;
    readonly hosts: string;
    readonly until: string;
    readonly revoke: string;
    readonly redactions: string;
    readonly searchPlaces: string;
    /** More were replaced than a list can hold. */
    onlyFirst(places: string): string;
    readonly before: string;
    readonly after: string;
    characters(count: number): string;
    readonly save: string;
    readonly saveReport: string;
    readonly needsCapture: string;
  };
  readonly compare: {
    readonly button: string;
    readonly title: string;
    readonly needsTwo: string;
    readonly first: string;
    readonly second: string;
    readonly swap: string;
    readonly comparing: string;
    readonly failed: string;
    readonly same: string;
    counts(paired: string, onlyA: string, a: string, onlyB: string, b: string): string;
    leftClosed(pairs: string): string;
    readonly differences: string;
    readonly kinds: Readonly<Record<DifferenceKind, string>>;
    readonly sides: string;
    readonly showSame: string;
    readonly parts: Readonly<Record<ComparedPart, string>>;
    readonly name: string;
    readonly notThere: string;
  };
}
