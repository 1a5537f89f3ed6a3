/** Repeatable chance: the same seed gives the same numbers on every machine. Never for secrets. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  integer(from: number, to: number): number;
  /** A number in [from, to) with the long fractions that Chrome writes. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  hex(length: number): string;
  /** Version 4 in form. RFC 9562 §5.4. */
  uuid(): string;
}

/** sfc32: four words of state, passes PractRand, a few nanoseconds a number. */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;

  function word(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  // The first words still show the seed: neighbouring seeds would begin alike.
  for (let warmUp = 0; warmUp < 15; warmUp++) word();

  const random: Random = {
    next: () => word() / 0x1_0000_0000,
    integer: (from, to) => from + Math.floor(random.next() * (to - from + 1)),
    between: (from, to) => from + random.next() * (to - from),
    chance: (probability) => random.next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[Math.floor(random.next() * list.length)]!;
    },
    hex: (length) => {
      let text = '';
      while (text.length < length) text += word().toString(16).padStart(8, '0');
      return text.slice(0, length);
    },
    uuid: () => {
      const variant = random.pick(['8', '9', 'a', 'b']);
      const [p, q, r, s, t] = [8, 4, 3, 3, 12].map((length) => random.hex(length));
      return `${p}-${q}-4${r}-${variant}${s}-${t}`;
    },
  };
  return random;
}
