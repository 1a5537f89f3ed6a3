/** One entry of Server-Timing. */
export interface ServerTiming {
  readonly name: string;
  readonly description: string;
  readonly durationMs: number | undefined;
}

const MAX_TIMINGS = 100;

/** What a server says of its own time, in its order. Spec: W3C Server Timing; parameters in any order and case. */
export function serverTimings(
  headers: readonly { readonly name: string; readonly value: string }[],
): ServerTiming[] {
  return headers
    .filter(({ name }) => name.toLowerCase() === 'server-timing')
    .flatMap(({ value }) => value.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [])
    .slice(0, MAX_TIMINGS)
    .flatMap((one) => {
      const [name = '', ...parameters] = one.match(/(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/g) ?? [];
      if (name.trim() === '') return [];
      const parameterOf = (wanted: string): string | undefined => {
        const found = parameters.find((text) => text.trim().toLowerCase().startsWith(`${wanted}=`));
        const value = found?.slice(found.indexOf('=') + 1).trim();
        return value?.replace(/^"([\s\S]*)"$/, '$1').replace(/\\(.)/g, '$1');
      };
      const durationMs = Number.parseFloat(parameterOf('dur') ?? '');
      return [
        {
          name: name.trim(),
          description: parameterOf('desc') ?? '',
          durationMs: Number.isFinite(durationMs) ? durationMs : undefined,
        },
      ];
    });
}
