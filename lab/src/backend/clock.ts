/** A service's idea of the time, epoch ms. Machines disagree by some hundred milliseconds. */
export type Clock = () => number;

/** The two regions; the letter ends the hosts' first label (`cpapi-r.example.test`). */
export type Region = 'a' | 'r';

/** How far each machine's clock is off, ms. Chosen so that sorting by time alone puts a callee before its caller. */
const skewMs: Readonly<Record<string, number>> = {
  'cpapi-a': 140,
  'cpapi-r': 210,
  'ocirouter-a': -260,
  'ocirouter-r': -320,
  'callserver-a': 180,
  'callserver-r': 370,
  'settings-service-a': -90,
  'settings-service-r': 60,
  'notification-service-a': 25,
  'admin-batch-service-r': -170,
  recorder: 480,
};

/** The clock of one machine, e.g. `cpapi-r`; machines that are not listed are right. */
export function clockOf(machine: string, time: Clock, extraMs = 0): Clock {
  const offMs = (skewMs[machine] ?? 0) + extraMs;
  return () => time() + offMs;
}
