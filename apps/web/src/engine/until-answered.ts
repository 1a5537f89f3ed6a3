/** Makes a callback that is heard until the answer is there. */
export type Hear = <Told extends unknown[]>(tell: (...told: Told) => void) => (...told: Told) => void;

/**
 * Asks another thread that tells how it goes on before it answers. What it tells and what it answers come by ports of their
 * own, in whatever order a browser takes them: rows read so far, told late, would stand in the place of all rows. So nothing
 * is heard any more once the answer, or an error, is there.
 */
export async function untilAnswered<Answer>(ask: (hear: Hear) => Promise<Answer>): Promise<Answer> {
  let isAnswered = false;
  const hear: Hear =
    (tell) =>
    (...told) => {
      if (!isAnswered) tell(...told);
    };
  try {
    return await ask(hear);
  } finally {
    isAnswered = true;
  }
}
