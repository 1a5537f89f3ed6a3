import type { GroupRules } from '../group-rules.ts';
import { bigResponse } from './big-response/rule.ts';
import { bufferedStream } from './buffered-stream/rule.ts';
import { busyBrowser } from './busy-browser/rule.ts';
import { connect } from './connect/rule.ts';
import { dns } from './dns/rule.ts';
import { download } from './download/rule.ts';
import { duplicateCalls } from './duplicate-calls/rule.ts';
import { longPoll } from './long-poll/rule.ts';
import { manyCalls } from './many-calls/rule.ts';
import { network } from './network/rule.ts';
import { noReuse } from './no-reuse/rule.ts';
import { notCached } from './not-cached/rule.ts';
import { polling } from './polling/rule.ts';
import { proxy } from './proxy/rule.ts';
import { queueing } from './queueing/rule.ts';
import { redirects } from './redirects/rule.ts';
import { retryStorm } from './retry-storm/rule.ts';
import { server } from './server/rule.ts';
import { sixConnections } from './six-connections/rule.ts';
import { thirdParty } from './third-party/rule.ts';
import { timeoutChain } from './timeout-chain/rule.ts';
import { tls } from './tls/rule.ts';
import { uncompressed } from './uncompressed/rule.ts';
import { waitUnexplained } from './wait-unexplained/rule.ts';
import { waterfall } from './waterfall/rule.ts';

export const slowRules: GroupRules<'slow'> = {
  'slow/server': server,
  'slow/network': network,
  'slow/wait-unexplained': waitUnexplained,
  'slow/long-poll': longPoll,
  'slow/buffered-stream': bufferedStream,
  'slow/six-connections': sixConnections,
  'slow/queueing': queueing,
  'slow/dns': dns,
  'slow/connect': connect,
  'slow/tls': tls,
  'slow/proxy': proxy,
  'slow/no-reuse': noReuse,
  'slow/download': download,
  'slow/busy-browser': busyBrowser,
  'slow/big-response': bigResponse,
  'slow/uncompressed': uncompressed,
  'slow/not-cached': notCached,
  'slow/redirects': redirects,
  'slow/waterfall': waterfall,
  'slow/many-calls': manyCalls,
  'slow/duplicate-calls': duplicateCalls,
  'slow/polling': polling,
  'slow/retry-storm': retryStorm,
  'slow/timeout-chain': timeoutChain,
  'slow/third-party': thirdParty,
};
