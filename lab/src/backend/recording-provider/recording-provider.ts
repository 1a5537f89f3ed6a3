import { type Surroundings, trackingIdOf } from '../call.ts';
import { clockOf } from '../clock.ts';
import { logfmtLine } from '../logs/logfmt-log.ts';
import { jsonResponse } from '../wire/message.ts';
import type { Service } from '../wire/wire.ts';

export const recordingHost = 'api.quillcap.example.test';

/** The company that records calls, with a log of its own: another house, another format, the same tracking id. */
export function recordingProvider(
  { book, time, estate }: Surroundings,
  products: ReadonlySet<string>,
): Service {
  const machine = 'recorder';
  const clock = clockOf(machine, time);
  return {
    machine,
    host: recordingHost,
    workMs: [60, 180],
    async answer(request) {
      const { account = '', product = '' } = JSON.parse(request.body) as {
        account?: string;
        product?: string;
      };
      const call = trackingIdOf(request);
      const known = products.has(product);
      const pairs = { call, account, product };
      if (!known) {
        book.write(
          machine,
          logfmtLine(clock(), {
            level: 'error',
            ...pairs,
            status: 400,
            msg: 'product is not part of the contract',
          }),
        );
        return jsonResponse(400, { code: 'INVALID_PRODUCT', message: 'Invalid Product' });
      }
      book.write(
        machine,
        logfmtLine(clock(), { level: 'info', ...pairs, status: 201, msg: 'point created' }),
      );
      return jsonResponse(201, { id: estate.random.uuid() });
    },
  };
}
