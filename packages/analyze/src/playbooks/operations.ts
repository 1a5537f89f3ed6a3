import type { Playbook, PlaybookHop, PlaybookOperation, PlaybookService } from './playbook.ts';
import { fitsGlob, fitsPath } from './text-patterns.ts';

/** A request, as far as an operation is known by it. */
export interface RequestPlace {
  readonly method: string;
  /** Without its port. */
  readonly host: string;
  /** Without the query. */
  readonly path: string;
}

/** What services do for a request, with the playbook that knows it. */
export interface ExpectedOperation {
  readonly playbook: Playbook;
  readonly operation: PlaybookOperation;
  /** In the order in which they are reached. */
  readonly hops: readonly ExpectedHop[];
}

export interface ExpectedHop extends PlaybookHop {
  /** What the playbook knows of the hop's service. */
  readonly known: PlaybookService;
}

/** Which services a request should have reached, in their order; undefined: no playbook knows the request. */
export function expectedOperation(
  request: RequestPlace,
  playbooks: readonly Playbook[],
): ExpectedOperation | undefined {
  for (const playbook of playbooks)
    for (const operation of playbook.operations ?? []) {
      if (!isOf(operation, request)) continue;
      const hops = operation.hops.flatMap((hop): ExpectedHop[] => {
        const known = playbook.services?.[hop.service];
        return known === undefined ? [] : [{ ...hop, known }];
      });
      return { playbook, operation, hops };
    }
  return undefined;
}

function isOf({ match }: PlaybookOperation, { method, host, path }: RequestPlace): boolean {
  const { methods, hosts, paths } = match;
  if (methods?.includes(method) === false) return false;
  if (hosts?.some((pattern) => fitsGlob(pattern, host)) === false) return false;
  return paths?.some((template) => fitsPath(template, path)) !== false;
}

/** The service whose tracking ids begin so, by its name in the playbook; case does not matter. */
export function serviceOfPrefix(
  prefix: string,
  playbooks: readonly Playbook[],
): { readonly name: string; readonly service: PlaybookService } | undefined {
  const wanted = prefix.toLowerCase();
  for (const { services } of playbooks)
    for (const [name, service] of Object.entries(services ?? {}))
      if (service.prefixes?.some((known) => known.toLowerCase() === wanted) === true)
        return { name, service };
  return undefined;
}
