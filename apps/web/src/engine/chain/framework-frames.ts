import type { CallFrame } from '@harrier/har';

/** Whether a frame is a framework's or a polyfill's: what runs the application's code, not what it does. */
export function isFrameworkFrame({ url, functionName }: CallFrame): boolean {
  return FILES.test(url) || FUNCTIONS.test(functionName);
}

/** Source: names of bundles and packages of zone.js, RxJS, Angular, React, Vue, core-js, axios and bundlers. */
const FILES =
  /(?:^|[/_.-])(?:zone|polyfills?|rxjs|vendor|vendors|runtime|react-dom|scheduler|angular|core-js|regenerator|axios|tslib|webpack|jquery)(?:[._-][\w.-]*)?\.m?js|node_modules|webpack\/bootstrap/i;

const FUNCTIONS =
  /^(?:ZoneDelegate|Zone|ZoneTask|ZoneAwarePromise|scheduleTask|invokeTask|runTask|onInvokeTask|drainMicroTaskQueue|Observable|Subscriber|SafeSubscriber|__awaiter|__tryOrUnsub|dispatchXhrRequest)(?:\.|$|<)/;
