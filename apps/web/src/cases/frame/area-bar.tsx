import { Button, Group, Text } from '@mantine/core';
import { listed } from '../../words/sentences.ts';
import type { PlainPage } from '../place/case-place.ts';
import { linkTo, useCasePlace } from '../place/use-case-place.ts';
import { useSession } from '../session/session.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import classes from './area-bar.module.css';

/** Each page, and the permissions of which one is enough to see it; none = everybody who is signed in. */
const PAGES: readonly (readonly [page: PlainPage, may: readonly string[]])[] = [
  ['cases', ['case:read']],
  ['exceptions', ['exception:request', 'exception:approve', 'exception:release']],
  ['vault', []],
  ['connectors', ['case:read', 'settings:manage']],
  ['audit', ['audit:read']],
  ['administration', ['account:manage']],
];

/** The pages of the case area that one may see, and who one is. */
export function AreaBar() {
  const { frame, roles } = useCaseWords();
  const here = useCasePlace((store) => store.place.page);
  const { who, signOut } = useSession();
  if (who === undefined) return null;
  const current = here === 'case' ? 'cases' : here === 'exception' ? 'exceptions' : here;
  return (
    <div className={classes.bar}>
      <nav aria-label={frame.label} className={classes.pages}>
        {PAGES.filter(([, may]) => may.length === 0 || may.some((one) => who.permissions.includes(one))).map(
          ([page]) => (
            <a
              key={page}
              {...linkTo({ page })}
              className={classes.page}
              aria-current={page === current ? 'page' : undefined}
            >
              {frame.pages[page]}
            </a>
          ),
        )}
      </nav>
      <Group gap="xs" wrap="nowrap">
        <a {...linkTo({ page: 'account' })} className={classes.page} title={frame.pages.account}>
          {who.name}
        </a>
        <Text size="xs" c="dimmed">
          {listed(who.roles.map((role) => roles[role])) || frame.noRole}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => void signOut()}>
          {frame.signOut}
        </Button>
      </Group>
    </div>
  );
}
