import { Fieldset } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './escalate.module.css';

/** A part of the form under what it answers. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Fieldset legend={title} className={classes.section}>
      {children}
    </Fieldset>
  );
}
