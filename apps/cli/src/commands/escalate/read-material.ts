import type { Playbook } from '@harrier/analyze';
import {
  type Answers,
  type Attachment,
  EscalateError,
  type LogRecord,
  readAnswers,
  readLogRecords,
  stripAttachment,
} from '@harrier/escalate';
import { type CompiledPolicy, compilePolicy, PolicyError } from '@harrier/sanitize';
import type { Options } from '../../arguments/option-table.ts';
import { UsageError, type UsageProblem } from '../../arguments/usage-error.ts';
import type { AllWords } from '../../words/for-language.ts';
import { keyOfFile, policyOfOptions, readOption } from '../sanitize/policy-of-options.ts';
import { playbooksOf } from '../triage/playbooks-of-folder.ts';

/** What goes along with the capture, read before the capture is: a wrong file is told at once. */
export interface Material {
  readonly answers: Answers;
  /** undefined: no `--logs`, so nobody searched. */
  readonly records: readonly LogRecord[] | undefined;
  readonly attachments: readonly Attachment[];
  readonly playbooks: readonly Playbook[];
  readonly policy: CompiledPolicy;
  /** undefined: it is made of what is read. */
  readonly key: Uint8Array | undefined;
}

/** Error: {@link UsageError}. */
export async function readMaterial(options: Options, words: AllWords): Promise<Material> {
  const readText = async (option: string, path: string): Promise<string> =>
    (await readOption(option, path)).toString('utf8');
  let answers: Answers = {};
  if (options.answers !== undefined) {
    const text = await readText('--answers', options.answers);
    answers = checked(options.answers, () => readAnswers(text));
  }
  const records: LogRecord[] = [];
  for (const path of options.logs ?? []) {
    const text = await readText('--logs', path);
    records.push(...checked(path, () => readLogRecords(text)));
  }
  const attachments: Attachment[] = [];
  for (const path of options.attach ?? []) {
    const bytes = await readOption('--attach', path);
    attachments.push(checked(path, () => stripAttachment(bytes)));
  }
  return {
    answers,
    records: options.logs === undefined ? undefined : records,
    attachments,
    playbooks: await playbooksOf(options.playbooks, words),
    policy: await policyOf(options),
    key: options['key-file'] === undefined ? undefined : await keyOfFile(options['key-file']),
  };
}

async function policyOf(options: Options): Promise<CompiledPolicy> {
  const policy = await policyOfOptions(options);
  try {
    return compilePolicy(policy);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const path = options.policy ?? '';
    throw new UsageError({ kind: 'bad-policy', path, pointer: error.path, what: error.message });
  }
}

function checked<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof EscalateError) throw new UsageError(problemOf(error, path));
    throw error;
  }
}

function problemOf({ code, place, expected }: EscalateError, path: string): UsageProblem {
  switch (code) {
    case 'escalate/answers':
      return { kind: 'bad-answers', path, pointer: place, expected };
    case 'escalate/log-records':
      return { kind: 'bad-log-records', path, place, expected };
    case 'escalate/picture':
      return { kind: 'bad-picture', path, expected };
  }
}
