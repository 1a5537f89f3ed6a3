import { listOf, numberOf, objectOf, textOf } from '../http/json-shape.ts';

/** What is read of Redmine's answers (REST API of 3.0 and later; verified against 5.0.4). Anything else is left unread. */
export interface RedmineAttachment {
  readonly id: number;
  readonly filename: string;
  readonly filesize: number;
  readonly created_on: string;
  readonly description: string;
}

export interface RedmineIssue {
  readonly id: number;
  readonly updated_on: string;
  readonly attachments: readonly RedmineAttachment[];
  readonly journals: readonly { readonly userId: number | undefined; readonly notes: string }[];
}

export function issueOf(value: unknown): RedmineIssue {
  const issue = objectOf(value);
  return {
    id: numberOf(issue.id),
    updated_on: textOf(issue.updated_on),
    attachments: listOf(issue.attachments ?? []).map(attachmentOf),
    journals: listOf(issue.journals ?? []).map((value) => {
      const journal = objectOf(value);
      const user = journal.user === undefined ? undefined : numberOf(objectOf(journal.user).id);
      return { userId: user, notes: textOf(journal.notes ?? '') };
    }),
  };
}

export function attachmentOf(value: unknown): RedmineAttachment {
  const attachment = objectOf(value);
  return {
    id: numberOf(attachment.id),
    filename: textOf(attachment.filename),
    filesize: numberOf(attachment.filesize),
    created_on: textOf(attachment.created_on),
    description: textOf(attachment.description ?? ''),
  };
}
