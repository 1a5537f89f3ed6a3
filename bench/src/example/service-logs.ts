/** Whose requests the services write about, and in which session. */
export interface LoggedStory {
  readonly session: string;
  readonly organisation: string;
  readonly person: string;
  readonly location: string;
}

/** One log of a service, as its file holds it. */
export interface ServiceLog {
  readonly name: string;
  readonly text: string;
}

/** How far each service's clock runs ahead, ms: real ones disagree, and the flow has to take that into account. */
const CLOCKS = { cpapi: 214, ociRouter: -308, callServer: 391, recorder: 527 } as const;
const HOST = 'cpapi-r.example.test';
const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/137.0.0.0';

/**
 * What five services wrote about three requests of the call-recording story, in the forms that the lab's services write:
 * reading the setting, the change that the provider refuses, and the list of numbers for which the call server takes its time.
 */
export function serviceLogs({ session, organisation, person, location }: LoggedStory): ServiceLog[] {
  const portal = (request: number) => `ATLAS_${session}_${request}`;
  const call = (...path: readonly number[]) => `CPAPI_${session}_${path.join('_')}`;
  const recording = `/api/v1/customers/${organisation}/users/${person}/features/callrecording`;
  const numbers = `/api/v1/customers/${organisation}/locations/${location}/numbers`;
  const day = Date.UTC(2025, 8, 17);
  const at = (clock: string, aheadMs = 0): Date => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
    return new Date(day + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) + aheadMs);
  };

  const ingress = [
    envoy(at('09:41:26.335'), 'GET', recording, 200, 118, portal(3)),
    envoy(at('09:41:30.571'), 'PATCH', recording, 502, 1812, portal(4)),
    envoy(at('09:41:52.222'), 'GET', `${numbers}?start=0&max=50&order=phoneNumber`, 200, 5987, portal(6)),
  ];

  const cpapi = (clock: string, level: string, id: string, where: string, text: string) => {
    const time = at(clock, CLOCKS.cpapi).toISOString().slice(0, 23).replace('T', ' ').replace('.', ',');
    return `${time} ${level.padEnd(5)} [http-nio-8080-exec-7] [${id}] c.e.p.${where} - ${text}`;
  };
  const askRouter = (clock: string, request: number, document: string) =>
    cpapi(
      clock,
      'INFO',
      portal(request),
      'oci.OciRouterClient',
      [
        'Send POST https://ocirouter-harbour.example.test:443/ocirouter/ocip HTTP/1.1',
        `X-BroadWorks-Target: id=${organisation};type=enterprise`,
        'Content-Type: application/xml',
        `TrackingID: ${call(request, 0)}`,
        '',
        document,
      ].join('\n'),
    );
  const failure =
    'Error response summary: 400: Invalid Product: Creating dub point failed in Parrotbox. HTTP status: 502';
  const asksRecording = ociDocument(call(3, 1), 'UserCallRecordingGetRequest', `<userId>${person}</userId>`);
  const tellsRecording = ociDocument(
    call(3, 1),
    'c:UserCallRecordingGetResponse',
    '<recordingOption>Never</recordingOption>',
  );
  const asksNumbers = ociDocument(call(6, 1), 'GroupDnGetListRequest', `<groupId>${location}</groupId>`);
  const tellsNumbers = ociDocument(
    call(6, 1),
    'c:GroupDnGetListResponse',
    '<phoneNumber>+442079460100</phoneNumber>',
  );
  const provisioning = [
    cpapi('09:41:26.339', 'INFO', portal(3), 'filter.AccessFilter', `Rx GET ${recording}`),
    askRouter('09:41:26.344', 3, asksRecording),
    cpapi(
      '09:41:26.436',
      'INFO',
      portal(3),
      'oci.OciRouterClient',
      `Received StatusCode=200 from ocirouter-harbour.example.test\n${tellsRecording}`,
    ),
    cpapi('09:41:26.450', 'INFO', portal(3), 'filter.AccessFilter', `Tx GET ${recording} StatusCode=200`),
    cpapi(
      '09:41:30.575',
      'INFO',
      portal(4),
      'filter.AccessFilter',
      `Rx PATCH ${recording}\n{"enabled":true,"record":"ALWAYS","serviceProvider":"Parrotbox"}`,
    ),
    cpapi(
      '09:41:30.581',
      'INFO',
      portal(4),
      'http.JsonClient',
      [
        'Send POST https://api.parrotbox.example.test/v2/dub-points HTTP/1.1',
        'Content-Type: application/json',
        `TrackingID: ${call(4, 0)}`,
        '',
        `{"account":"${organisation}","subject":"${person}","product":"parrot-professional"}`,
      ].join('\n'),
    ),
    cpapi(
      '09:41:32.371',
      'INFO',
      portal(4),
      'http.JsonClient',
      'Received StatusCode=400 {"code":"INVALID_PRODUCT","message":"Invalid Product"}',
    ),
    cpapi(
      '09:41:32.374',
      'ERROR',
      portal(4),
      'CallRecordingController',
      [
        failure,
        `com.example.provisioning.UpstreamFailureException: ${failure}`,
        '\tat com.example.provisioning.recording.RecordingProviderClient.createDubPoint(RecordingProviderClient.java:143)',
        '\tat com.example.provisioning.recording.CallRecordingService.enable(CallRecordingService.java:88)',
        '\tat com.example.provisioning.recording.CallRecordingController.patch(CallRecordingController.java:61)',
        'Caused by: com.example.http.JsonClientException: 400 from https://api.parrotbox.example.test/v2/dub-points',
        '\tat com.example.http.JsonClient.failOn(JsonClient.java:210)',
        '\t... 9 common frames omitted',
      ].join('\n'),
    ),
    cpapi('09:41:32.381', 'INFO', portal(4), 'filter.AccessFilter', `Tx PATCH ${recording} StatusCode=502`),
    cpapi('09:41:52.226', 'INFO', portal(6), 'filter.AccessFilter', `Rx GET ${numbers}`),
    askRouter('09:41:52.231', 6, asksNumbers),
    cpapi(
      '09:41:58.196',
      'INFO',
      portal(6),
      'oci.OciRouterClient',
      `Received StatusCode=200 from ocirouter-harbour.example.test\n${tellsNumbers}`,
    ),
    cpapi('09:41:58.207', 'INFO', portal(6), 'filter.AccessFilter', `Tx GET ${numbers} StatusCode=200`),
  ];

  const router = (clock: string, request: number, text: string) => {
    const [date = '', time = ''] = at(clock, CLOCKS.ociRouter).toISOString().slice(0, 23).split('T');
    const [year, , dayOfMonth] = date.split('-');
    return `${dayOfMonth}/Sep/${year}:${time} +0000 [ocir-1 OCIROUTER_${session}_${request}_0]:${text}`;
  };
  const routed = (
    request: number,
    [asked, sent, answered, told]: readonly [string, string, string, string],
    documents: readonly [string, string],
  ) => [
    router(asked, request, 'Rx [http] 10.71.113.22:80 -> harbour-v-ocir01 POST /ocirouter/ocip length=561'),
    router(
      sent,
      request,
      `Tx [ocip] harbour-v-ocir01 -> 10.71.169.37:2208 target=id=${organisation};type=enterprise\n${documents[0]}`,
    ),
    router(answered, request, `Rx [ocip] 10.71.169.37:2208 -> harbour-v-ocir01 length=372\n${documents[1]}`),
    router(told, request, 'Tx [http] harbour-v-ocir01 -> 10.71.113.22:80 StatusCode=200'),
  ];

  const callServer = (clock: string, area: string, text: string) => {
    const [date = '', time = ''] = at(clock, CLOCKS.callServer).toISOString().slice(0, 23).split('T');
    return `${date.replaceAll('-', '.')} ${time.replace('.', ':')} UTC | Info | ${area} | OCI Processor #2\n\n\t${text}\n`;
  };
  const served = (
    [asked, done]: readonly [string, string],
    command: string,
    documents: readonly [string, string],
    id: string,
  ) => [
    callServer(asked, 'OCIP', `Rx OCI from 10.71.120.188:37501\n${documents[0]}`),
    callServer(done, 'Subscriber', `${command} (${id}) done`),
    callServer(done, 'OCIP', `Tx OCI to 10.71.120.188:37501 from 10.71.169.37\n${documents[1]}`),
  ];

  const recorder = `ts=${at('09:41:32.352', CLOCKS.recorder).toISOString()} level=error call=${call(4, 0)} account=${organisation} product=parrot-professional status=400 duration=1.764s msg="product is not part of the contract"`;

  return [
    { name: 'ingress-r.log', text: fileOf(ingress) },
    { name: 'cpapi-r.log', text: fileOf(provisioning) },
    {
      name: 'ocirouter-r.log',
      text: fileOf([
        ...routed(
          3,
          ['09:41:26.350', '09:41:26.351', '09:41:26.425', '09:41:26.426'],
          [asksRecording, tellsRecording],
        ),
        ...routed(
          6,
          ['09:41:52.237', '09:41:52.238', '09:41:58.187', '09:41:58.188'],
          [asksNumbers, tellsNumbers],
        ),
      ]),
    },
    {
      name: 'callserver-r.log',
      text: fileOf([
        ...served(
          ['09:41:26.358', '09:41:26.418'],
          'UserCallRecordingGetRequest',
          [asksRecording, tellsRecording],
          call(3, 1),
        ),
        ...served(
          ['09:41:52.244', '09:41:58.180'],
          'GroupDnGetListRequest',
          [asksNumbers, tellsNumbers],
          call(6, 1),
        ),
      ]),
    },
    { name: 'recorder.log', text: fileOf([recorder]) },
  ];
}

function envoy(at: Date, method: string, path: string, status: number, tookMs: number, id: string): string {
  return `[${at.toISOString()}] "${method} ${path} HTTP/2" ${status} - 0 199 ${tookMs + 2} ${tookMs} "192.0.2.44" "${AGENT}" "${id}" "${HOST}" "10.71.113.22:8080"`;
}

function ociDocument(trackingId: string, type: string, content: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<BroadsoftDocument xmlns="C" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" protocol="OCI">',
    `<trackingId xmlns="">${trackingId}</trackingId>`,
    `<command xmlns="" xsi:type="${type}">`,
    content,
    '</command>',
    '</BroadsoftDocument>',
  ].join('\n');
}

function fileOf(records: readonly string[]): string {
  return `${records.join('\n')}\n`;
}
