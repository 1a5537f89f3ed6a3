import type { AuditHead } from '@harrier/escalate';
import { useOpenCaptures } from '../../captures/open-captures.ts';
import { useDrafts } from '../../escalate/draft.ts';
import { useShownPage } from '../../pages/shown-page.ts';
import { askForFile } from '../api/ask.ts';

/** What an escalation of the capture says about where it comes from. */
export interface CaseOrigin {
  /** As people call it: its number, or what another case system has for one. */
  readonly caseName: string;
  /** undefined: the case was not told yet that it was taken in. */
  readonly audit: AuditHead | undefined;
}

/** Fetches a file of a case and opens it in the workbench, where the answer comes first. That it was read is audited. */
export async function openInWorkbench(
  url: string,
  name: string,
  { caseName, audit }: CaseOrigin,
): Promise<void> {
  const content = await askForFile(url);
  void useOpenCaptures.getState().open(new File([content], name));
  const { active } = useOpenCaptures.getState();
  if (active !== undefined) useDrafts.getState().change(active, { case: caseName, audit });
  useShownPage.getState().show('workbench');
}

/** Where the bytes of an attachment are. The server says that they are to be saved, never shown. */
export function contentUrl(attachmentId: string): string {
  return `/api/attachments/${encodeURIComponent(attachmentId)}/content`;
}

/** Where the clean copy that was made of an attachment is, wherever the case system has it. */
export function cleanUrl(intakeId: string): string {
  return `/api/intakes/${encodeURIComponent(intakeId)}/clean`;
}
