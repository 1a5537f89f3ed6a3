import type { ReactNode } from 'react';
import classes from './details.module.css';

/** The title of a part of a tab. */
export function SectionTitle({ children }: { readonly children: ReactNode }) {
  return <h3 className={classes.section}>{children}</h3>;
}
