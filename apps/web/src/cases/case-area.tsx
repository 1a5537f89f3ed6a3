import { Loader, Text } from '@mantine/core';
import { useEffect } from 'react';
import { sentences } from '../words/sentences.ts';
import { AccountPage } from './administration/account-page.tsx';
import { AdministrationPage } from './administration/administration-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { CasePage } from './case/case-page.tsx';
import classes from './case-area.module.css';
import { ConnectorsPage } from './connectors/connectors-page.tsx';
import { ExceptionPage } from './exceptions/exception-page.tsx';
import { ExceptionsPage } from './exceptions/exceptions-page.tsx';
import { AreaBar } from './frame/area-bar.tsx';
import { CasesPage } from './list/cases-page.tsx';
import { type CasePlace, hashOf } from './place/case-place.ts';
import { useCasePlace } from './place/use-case-place.ts';
import { ChoosePasswordPage } from './session/choose-password-page.tsx';
import { Confirmations } from './session/confirmations.tsx';
import { useSession } from './session/session.ts';
import { SetUpPage } from './session/set-up-page.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { WaitingRoles } from './session/waiting-roles.tsx';
import { VaultPage } from './vault/vault-page.tsx';
import { useCaseWords } from './words/use-case-words.ts';

/** Everything about cases: whoever is not signed in is asked to, and comes back to where the link led. */
export function CaseArea() {
  const words = useCaseWords();
  const place = useCasePlace((store) => store.place);
  const { state, refresh } = useSession();
  useEffect(() => void refresh(), [refresh]);
  // The workbench writes what it shows into the address; here it is the place again.
  useEffect(() => history.replaceState(null, '', hashOf(place)), [place]);
  if (place.page === 'setup')
    return (
      <main className={classes.area}>
        <SetUpPage token={place.token} />
      </main>
    );
  if (place.page === 'password')
    return (
      <main className={classes.area}>
        <ChoosePasswordPage token={place.token} />
      </main>
    );
  if (state === 'asking')
    return (
      <main className={classes.area} aria-busy>
        <Loader size="sm" m="xl" aria-label={words.frame.loading} />
      </main>
    );
  if (state === 'unreachable')
    return (
      <main className={classes.area}>
        <Text m="xl">{sentences(words.problems.unreachable.what, words.problems.unreachable.next)}</Text>
      </main>
    );
  if (state === 'out')
    return (
      <main className={classes.area}>
        <SignInPage />
      </main>
    );
  return (
    <div className={classes.area}>
      <AreaBar />
      <main className={classes.page}>
        <WaitingRoles />
        <Confirmations />
        <Page place={place} />
      </main>
    </div>
  );
}

function Page({ place }: { readonly place: CasePlace }) {
  switch (place.page) {
    case 'case':
      return <CasePage key={place.id} id={place.id} />;
    case 'exception':
      return <ExceptionPage key={place.id} id={place.id} />;
    case 'exceptions':
      return <ExceptionsPage />;
    case 'vault':
      return <VaultPage />;
    case 'connectors':
      return <ConnectorsPage />;
    case 'audit':
      return <AuditPage />;
    case 'administration':
      return <AdministrationPage />;
    case 'account':
      return <AccountPage />;
    default:
      return <CasesPage />;
  }
}
