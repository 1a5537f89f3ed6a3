export { type CredentialKind, type CredentialKindRow, credentialKinds } from './credential-kind.ts';
export {
  isNumericPseudonym,
  isPseudonym,
  isPseudonymAt,
  lengthClass,
  pseudonymKind,
  pseudonymLength,
} from './pseudonyms/grammar.ts';
export { isPseudonymous } from './pseudonyms/is-pseudonymous.ts';
export {
  createPseudonymiser,
  type Pseudonymiser,
  type PseudonymiserOptions,
} from './pseudonyms/pseudonymiser.ts';
export type { SecretSpan } from './secret-span.ts';
export { findCardNumbers } from './shapes/card-numbers.ts';
export { findShapes } from './shapes/find-shapes.ts';
export { joinSpans } from './shapes/join-spans.ts';
export { type ShapeLiteral, shapeLiterals } from './shapes/literal-index.ts';
export type { ShapeRow } from './shapes/shape-row.ts';
export { shapeRows } from './shapes/shape-rows.ts';
export { looksRandom } from './values/looks-random.ts';
