import type { HandAnswer, HandMessage, HandPort, SentWritten } from './hand-port.ts';
import { StretchWork } from './stretch-work.ts';

/** Does in this thread what another one asks for. Called once, when the thread begins. */
export function serveHand(port: Pick<HandPort, 'send' | 'listen'>): void {
  let work: StretchWork | undefined;
  const answer = (done: unknown, transfer: ArrayBuffer[] = []): void =>
    port.send({ done } satisfies HandAnswer, transfer);
  port.listen(
    (message) => {
      try {
        const asked = message as HandMessage;
        if ('setup' in asked) work = new StretchWork(asked.setup);
        else if (work === undefined) throw new Error('A hand was asked before it was set up.');
        else if ('know' in asked) work.know(asked.know);
        else if ('learn' in asked) answer(work.learn(asked.learn));
        else if ('write' in asked) {
          const written = work.write(asked.write);
          const sent: SentWritten = { ...written, redactions: JSON.stringify(written.redactions) };
          answer(sent, [written.bytes.buffer]);
        } else answer(work.verify(asked.verify));
      } catch (error) {
        port.send({ failed: error } satisfies HandAnswer, []);
      }
    },
    () => {},
  );
}
