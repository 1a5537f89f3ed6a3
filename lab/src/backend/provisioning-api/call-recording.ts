import { elementOf, type OciCommand } from '../oci/oci-document.ts';
import { recordingHost } from '../recording-provider/recording-provider.ts';
import { type HopResponse, jsonResponse } from '../wire/message.ts';
import { type ApiCall, userOf } from './api-call.ts';
import { ApiFailure } from './api-failure.ts';
import { recordingCauseFrames, recordingFrames } from './stack-frames.ts';

/** The company that records; invented. */
const vendor = 'Quillcap';

/** `GET …/users/{user}/features/callrecording` */
export async function getCallRecording(call: ApiCall): Promise<HopResponse> {
  const { id } = userOf(call, call.parameters[1]);
  return jsonResponse(200, await readRecording(call, id));
}

/** `PATCH …/users/{user}/features/callrecording`: the provider first, then the call server. */
export async function patchCallRecording(call: ApiCall): Promise<HopResponse> {
  const user = userOf(call, call.parameters[1]);
  const wanted = JSON.parse(call.request.body) as { enabled?: boolean; record?: string };
  if (wanted.enabled) await createRecordingPoint(call, user.id, user.phoneNumber);
  const option = wanted.enabled ? (wanted.record ?? 'Always') : 'Never';
  await call.runOci([
    {
      type: 'UserCallRecordingModifyRequest',
      elements: [
        ['userId', user.id],
        ['recordingOption', option],
      ],
    },
  ]);
  return jsonResponse(200, await readRecording(call, user.id));
}

async function createRecordingPoint(call: ApiCall, userId: string, phoneNumber: string): Promise<void> {
  const { organisation } = call.surroundings.estate;
  const product = 'tern-professional';
  const answer = await call.post(new URL(`https://${recordingHost}/v2/recording-points`), {
    account: organisation.id,
    subject: userId,
    phoneNumber,
    product,
  });
  if (answer.status < 400) return;
  const { message = '' } = JSON.parse(answer.body) as { message?: string };
  const description = `${answer.status}: ${message}: Creating recording point failed in ${vendor}.`;
  throw new ApiFailure(502, '502001', description, {
    type: 'com.example.tern.provisioning.UpstreamFailureException',
    message: `Error response summary: ${description} HTTP status: 502`,
    frames: recordingFrames,
    cause: {
      type: 'com.example.tern.http.JsonClientException',
      message: `${answer.status} from https://${recordingHost}/v2/recording-points`,
      frames: recordingCauseFrames,
      more: 9,
    },
  });
}

async function readRecording(call: ApiCall, userId: string) {
  const command: OciCommand = { type: 'UserCallRecordingGetRequest', elements: [['userId', userId]] };
  const [answer] = await call.runOci([command]);
  const record = (answer === undefined ? undefined : elementOf(answer, 'recordingOption')) ?? 'Never';
  return { enabled: record !== 'Never', record, vendor: { name: vendor, product: 'tern-professional' } };
}
