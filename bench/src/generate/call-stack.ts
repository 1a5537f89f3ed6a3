import type { ChromeFrame, ChromeInitiator, ChromeStack } from '../chrome/chrome-har.ts';
import type { Random } from './random.ts';

/** Scripts that call: the application's own, its framework, its zone and its HTTP interceptors. */
const scripts = [
  {
    url: 'https://admin.example.test/assets/main.4f2a9c1d.js',
    functions: ['loadNumbers', 'saveFeature', 'refresh', 'get', 'request'],
  },
  {
    url: 'https://admin.example.test/assets/vendor.8b11e07a.js',
    functions: ['digest', 'apply', 'processQueue', '', 'then', 'invoke'],
  },
  {
    url: 'https://admin.example.test/assets/zone.51c0de77.js',
    functions: ['onInvokeTask', 'runTask', 'scheduleTask', ''],
  },
  { url: 'https://cdn.example.test/telemetry/3.2.1/agent.min.js', functions: ['wrapped', 'send', ''] },
] as const;

/** A script's request with its call stack; beyond eight frames the rest hangs on what scheduled it, as Chrome writes it. */
export function scriptInitiator(random: Random, frames: number): ChromeInitiator {
  if (frames === 0) return { type: 'other' };
  const synchronous = Math.min(frames, 8);
  const callFrames = framesOf(random, synchronous);
  const stack: ChromeStack =
    frames > synchronous
      ? {
          callFrames,
          parent: {
            description: random.pick(['Promise.then', 'setTimeout', 'XMLHttpRequest.send', 'await']),
            callFrames: framesOf(random, frames - synchronous),
          },
        }
      : { callFrames };
  return { type: 'script', stack };
}

function framesOf(random: Random, count: number): ChromeFrame[] {
  return Array.from({ length: count }, () => {
    const scriptId = random.integer(0, scripts.length - 1);
    const script = scripts[scriptId]!;
    return {
      functionName: random.pick(script.functions),
      scriptId: String(scriptId + 5),
      url: script.url,
      lineNumber: random.integer(0, 3),
      columnNumber: random.integer(100, 900_000),
    };
  });
}

/** How many frames a stack has, its parents included. */
export function frameCount(stack: ChromeStack | undefined): number {
  return stack === undefined ? 0 : stack.callFrames.length + frameCount(stack.parent);
}
