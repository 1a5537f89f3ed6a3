/** English, after which the other languages are made. */
export const readingGuide = {
  lead: 'A capture is the list of everything the browser asked the network for, with times, headers and mostly bodies. Read it from the first failure on.',
  steps: [
    'Open the file. Note who recorded it, with which program, and whether something was removed.',
    'Find the requests that failed: a status of 400 or more, `0`, or an error inside a `200`.',
    'Look for slow ones, and in which phase they were slow.',
    'Compare request and response headers: sign-in (`Authorization`, `Cookie`, `WWW-Authenticate`) and CORS (`Origin`, `Access-Control-Allow-Origin`).',
    'Collect the tracking ids of the failed and slow requests, and search the logs for them.',
    'Check against the bodies: what did the page send, what did the service answer?',
  ],
  partsHeading: 'What each part of a request tells',
  parts: [
    'Headers: address, method, status, the server’s address, and what both sides said about the message.',
    'Payload: what was sent, as query, form or body.',
    'Preview: the response laid out for reading.',
    'Response: the response as it came.',
    'Initiator: which script, on which line, caused the request.',
    'Timing: how long each phase took.',
  ],
  traps: [
    'The last error is seldom the first: look at the start times.',
    'A missing body may mean that it was not recorded, not that there was none.',
    'Status `0` says that no response was recorded; it is no answer of the server.',
    'A request that never left the browser has no trace in any log.',
    'Some sizes are compressed and some are not: compare like with like.',
  ],
} as const;
