import { Alert, Button } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';
import { comeBackTo, useCasePlace } from '../place/use-case-place.ts';
import { useCaseWords } from '../words/use-case-words.ts';

/** How one can sign in here, as the API tells it. */
export interface SignInWays {
  /** With a name and a password of this server. */
  readonly local: boolean;
  readonly oidc?: { readonly label: string };
}

/** What everybody can do while the server has not answered yet. */
export const usualWays: SignInWays = { local: true };

/** Leads to the organisation's identity provider, which sends the browser back signed in. */
export function SignInElsewhere({ ways }: { readonly ways: SignInWays }) {
  const { signIn: words } = useCaseWords();
  if (ways.oidc === undefined) return null;
  return (
    <Button
      component="a"
      href="/api/session/oidc"
      variant={ways.local ? 'default' : 'filled'}
      onClick={() => comeBackTo(useCasePlace.getState().place)}
    >
      {words.with(ways.oidc.label)}
    </Button>
  );
}

/** Why the identity provider's answer was not taken: the server says it in the address that it sends the browser to. */
export function SignInRefusal({ code }: { readonly code: string | undefined }) {
  const { errors } = useWords().knowledge.cases;
  const told = (errors as Readonly<Record<string, { readonly what: string; readonly next: string }>>)[
    code ?? ''
  ];
  if (told === undefined) return null;
  return (
    <Alert color="red" role="alert" title={told.what}>
      {told.next} <code>{code}</code>
    </Alert>
  );
}
