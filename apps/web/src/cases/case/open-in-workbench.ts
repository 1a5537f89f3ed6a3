import { useOpenCaptures } from '../../captures/open-captures.ts';
import { useShownPage } from '../../pages/shown-page.ts';
import { askForFile } from '../api/ask.ts';

/** Fetches an attachment and opens it in the workbench, where the answer comes first. That it was read is audited. */
export async function openInWorkbench(attachmentId: string, name: string): Promise<void> {
  const content = await askForFile(contentUrl(attachmentId));
  void useOpenCaptures.getState().open(new File([content], name));
  useShownPage.getState().show('workbench');
}

/** Where the bytes of an attachment are. The server says that they are to be saved, never shown. */
export function contentUrl(attachmentId: string): string {
  return `/api/attachments/${encodeURIComponent(attachmentId)}/content`;
}
