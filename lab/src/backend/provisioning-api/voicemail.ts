import { elementOf, isOciError, type OciCommand } from '../oci/oci-document.ts';
import { type HopResponse, jsonResponse } from '../wire/message.ts';
import { type ApiCall, userOf } from './api-call.ts';
import { ApiFailure } from './api-failure.ts';
import { type VoicemailCommand, voicemailFromElements, voicemailToCommands } from './voicemail-map.ts';

/** The commands that read what the modifying ones set. */
const readers: Readonly<Record<VoicemailCommand, string>> = {
  UserVoiceMessagingUserModifyVoiceManagementRequest: 'UserVoiceMessagingUserGetVoiceManagementRequest23',
  UserVoiceMessagingUserModifyGreetingRequest20: 'UserVoiceMessagingUserGetGreetingRequest20',
  UserFaxMessagingModifyRequest: 'UserFaxMessagingGetRequest',
};

/** `GET …/users/{user}/voicemail` */
export async function getVoicemail(call: ApiCall): Promise<HopResponse> {
  const { id } = userOf(call, call.parameters[1]);
  const commands = Object.entries(readers);
  const answers = await call.runOci(
    commands.map(([, type]): OciCommand => ({ type, elements: [['userId', id]] })),
  );
  const refused = answers.find(isOciError);
  if (refused !== undefined) throw new ApiFailure(502, '502004', elementOf(refused, 'summary') ?? '');
  const voicemail = voicemailFromElements((command, element) => {
    const answer = answers[commands.findIndex(([modify]) => modify === command)];
    // An answer leaves out what has no value; readers of the JSON want to see that.
    return answer === undefined ? undefined : (elementOf(answer, element) ?? null);
  });
  return jsonResponse(200, voicemail);
}

/**
 * `PATCH …/users/{user}/voicemail`: one document with up to three commands. Its answer is 200 as soon as the call
 * server answered; which of the commands it refused is in the body, unless `hidesRefusals`.
 */
export async function patchVoicemail(call: ApiCall, hidesRefusals: boolean): Promise<HopResponse> {
  const { id } = userOf(call, call.parameters[1]);
  let body: unknown;
  try {
    body = JSON.parse(call.request.body);
  } catch {
    throw new ApiFailure(400, '400001', 'The request body is no JSON');
  }
  const commands = voicemailToCommands(body, id);
  if (commands.length === 0) throw new ApiFailure(400, '400002', 'The request changes nothing');
  const answers = await call.runOci(commands);
  const results = commands.map(({ type }, at) => {
    const answer = answers[at];
    const summary = answer !== undefined && isOciError(answer) ? elementOf(answer, 'summary') : undefined;
    if (summary === undefined || summary === null || hidesRefusals) return { command: type, status: 'OK' };
    const errorCode = /^\[Error (\d+)\]/.exec(summary)?.[1] ?? '';
    return { command: type, status: 'FAILED', errorCode, summary };
  });
  return jsonResponse(200, { results });
}
