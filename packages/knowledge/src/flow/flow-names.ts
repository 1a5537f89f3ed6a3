/**
 * The few words that a diagram, a trace or a list of a request's way through the services needs besides what logs and playbooks say.
 * `path` names a call as people do: `12.0`.
 */
export interface FlowNames {
  readonly browser: string;
  readonly gateway: string;
  /** Where no line says why. */
  readonly failed: string;
  readonly notSet: string;
  call(path: string): string;
  /** It called `peer` and no line tells of an answer. */
  noAnswer(peer: string): string;
  noLine(path: string): string;
}
