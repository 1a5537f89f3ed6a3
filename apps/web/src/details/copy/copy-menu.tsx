import type { Entry } from '@harrier/har';
import { Button, Menu } from '@mantine/core';
import type { CaptureTab } from '../../captures/open-captures.ts';
import { usePicture } from '../../waterfall/export/use-picture.ts';
import { useWords } from '../../words/use-words.ts';
import { copyAs, copyForms } from './copy-as.ts';

interface CopyMenuProps {
  readonly tab: CaptureTab;
  readonly row: number;
  readonly entry: Entry;
  readonly unmasked: boolean;
}

/** A command line is no place for more. */
const MAX_BODY_BYTES = 1024 * 1024;

/** The request as a command or a text, its picture, and the printer. What is masked on the screen stays masked. */
export function CopyMenu({ tab, row, entry, unmasked }: CopyMenuProps) {
  const { details } = useWords();
  const save = usePicture(tab);
  const copy = async (form: (typeof copyForms)[number]): Promise<void> => {
    const { text } = await tab.connection.engine.body(row, {
      side: 'request',
      unmasked,
      maxBytes: MAX_BODY_BYTES,
    });
    await navigator.clipboard.writeText(copyAs(form, entry, text));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="default" flex="none">
          {details.copyMenu} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {copyForms.map((form) => (
          <Menu.Item key={form} onClick={() => void copy(form)}>
            {details.copyAs(form)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void save('svg', [row])}>{details.saveAs('SVG')}</Menu.Item>
        <Menu.Item onClick={() => void save('png', [row])}>{details.saveAs('PNG')}</Menu.Item>
        <Menu.Item onClick={() => window.print()}>{details.print}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
