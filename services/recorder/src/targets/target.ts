/** What can be recorded by itself. Spec: DevTools protocol, `Target.TargetInfo.type`. */
export type TargetType = 'page' | 'iframe' | 'worker' | 'shared_worker' | 'service_worker';

/** A tab, a frame in a process of its own, or a worker, with the session that speaks to it. */
export interface Target {
  readonly targetId: string;
  /** undefined: the connection itself (the extension's tab). */
  readonly sessionId: string | undefined;
  readonly type: TargetType;
  url: string;
  /** The tab it belongs to; workers that several tabs share have none. */
  readonly page: Target | undefined;
}

const types: ReadonlySet<string> = new Set(['page', 'iframe', 'worker', 'shared_worker', 'service_worker']);

export function isTargetType(type: string): type is TargetType {
  return types.has(type);
}

/** Documents have frames, worlds for scripts, and issues; workers do not. */
export function hasDocument({ type }: Pick<Target, 'type'>): boolean {
  return type === 'page' || type === 'iframe';
}
