import { useEffect, useState } from 'react';
import { SectionTitle } from '../details/section-title.tsx';
import { CodeView } from '../editor/code-view.tsx';
import { prettyMarkup } from '../engine/pretty/pretty-markup.ts';
import { samlXml } from './saml-message.ts';

/** A SAML message as the XML that it is. Nothing where the value is none. */
export function SamlView({ name, value }: { readonly name: string; readonly value: string }) {
  const [xml, setXml] = useState<string>();
  useEffect(() => {
    let isOld = false;
    void samlXml(value).then((text) => {
      if (!isOld) setXml(text === undefined ? undefined : prettyMarkup(text, false));
    });
    return () => {
      isOld = true;
    };
  }, [value]);
  if (xml === undefined) return null;
  return (
    <>
      <SectionTitle>{name}</SectionTitle>
      <CodeView text={xml} language="xml" grows />
    </>
  );
}
