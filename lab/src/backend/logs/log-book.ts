/** The logs of one run: a file a machine, in the order in which each machine wrote. */
export interface LogBook {
  /** Appends whole lines to `<machine>.log`. */
  write(machine: string, lines: string): void;
  /** File name → text. */
  files(): ReadonlyMap<string, string>;
}

/** Keeps them in memory: a run writes some hundred lines. */
export function openLogBook(): LogBook {
  const pieces = new Map<string, string[]>();
  return {
    write(machine, lines) {
      const name = `${machine}.log`;
      const known = pieces.get(name);
      if (known === undefined) pieces.set(name, [lines]);
      else known.push(lines);
    },
    files: () => new Map([...pieces].map(([name, lines]) => [name, lines.join('')])),
  };
}
