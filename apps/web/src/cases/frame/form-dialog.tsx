import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemAlert } from '../api/problem-alert.tsx';
import type { Deed } from '../api/use-deed.ts';
import { useCaseWords } from '../words/use-case-words.ts';

interface FormDialogProps extends Pick<ModalProps, 'size' | 'title' | 'onClose'> {
  /** What sending the form does: its button turns while it runs, and what it was refused for stands above. */
  readonly deed: Deed;
  /** Says what the button does that sends the form. */
  readonly send: string;
  /** Whether there is enough in the form to be sent; default: what its fields require. */
  readonly isComplete?: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** A form above the page: its fields, what went wrong, and the two ways out. */
export function FormDialog({ deed, send, isComplete = true, onSend, children, ...dialog }: FormDialogProps) {
  const { frame } = useCaseWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <Modal opened closeButtonProps={{ 'aria-label': frame.cancel }} {...dialog}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {children}
          <ProblemAlert problem={deed.problem} />
          <Group justify="end">
            <Button variant="default" onClick={dialog.onClose}>
              {frame.cancel}
            </Button>
            <Button type="submit" loading={deed.isRunning} disabled={!isComplete}>
              {send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
