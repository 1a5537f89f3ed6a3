import { deflateSync } from 'fflate';
import { rewriteMarkup } from '../formats/markup.ts';
import { isPseudonym } from '../pseudonyms/grammar.ts';
import { decodeBase64, decodeUtf8, encodeBase64Bytes } from './bytes.ts';
import { inflateRaw } from './compressed.ts';

/**
 * Elements and attributes of a SAML message that stay, because single sign-on is diagnosed with them and they name
 * neither a person nor a proof: who issued it, for whom, when, with what status and which algorithms.
 * Spec: SAML 2.0 core §2 and §3.
 */
const KEPT_ELEMENTS = new Set([
  'Issuer',
  'Audience',
  'StatusMessage',
  'AuthnContextClassRef',
  'AuthnContextDeclRef',
]);

const KEPT_ATTRIBUTES = new Set(
  'Destination Recipient IssueInstant NotBefore NotOnOrAfter SessionNotOnOrAfter AuthnInstant Version Value Format Algorithm Method Name NameFormat FriendlyName type Consent AssertionConsumerServiceURL AssertionConsumerServiceIndex ProtocolBinding ForceAuthn IsPassive AllowCreate SPNameQualifier NameQualifier ProviderName Comparison'.split(
    ' ',
  ),
);

/**
 * A SAML message (base64, or deflated and base64) without identities and proofs; `undefined` where the text is none.
 * The same text where nothing was to be taken out. Spec: SAML 2.0 bindings §3.4 and §3.5.
 */
export function rewriteSamlMessage(text: string, pseudonym: (value: string) => string): string | undefined {
  const written = /%[0-9A-Fa-f]{2}/.test(text) ? decode(text) : text;
  // Forms turn the plus signs of base64 that nobody encoded into blanks.
  const outer = written === undefined ? undefined : decodeBase64(written.replaceAll(' ', '+'));
  if (written === undefined || outer === undefined) return undefined;
  const direct = asXml(outer.bytes);
  const deflated = direct === undefined ? inflateRaw(outer.bytes) : undefined;
  const xml = direct ?? (deflated === undefined ? undefined : asXml(deflated));
  if (xml === undefined) return undefined;
  const rewritten = rewriteSaml(xml, pseudonym);
  if (rewritten === xml) return text;
  const bytes = new TextEncoder().encode(rewritten);
  const encoded = encodeBase64Bytes(deflated === undefined ? bytes : deflateSync(bytes), outer.style);
  return written === text ? encoded : encodeURIComponent(encoded);
}

/** The same for the XML itself. */
export function rewriteSaml(xml: string, pseudonym: (value: string) => string): string {
  const hide = (value: string): string => (value === '' || isPseudonym(value) ? value : pseudonym(value));
  return rewriteMarkup(
    xml,
    ({ place, name, text }) => {
      if (place === 'xml-element') return KEPT_ELEMENTS.has(name) ? text : hide(text);
      if (place === 'xml-attribute')
        return KEPT_ATTRIBUTES.has(name) || isNamespace(text) ? text : hide(text);
      return hide(text);
    },
    hide,
  );
}

/** Namespaces and schema locations: names of standards. */
function isNamespace(value: string): boolean {
  return /^(?:urn:oasis:|http:\/\/www\.w3\.org\/)/.test(value);
}

function asXml(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  return text !== undefined &&
    /^\s*</.test(text) &&
    /(?:Response|Request|Assertion|Logout|Artifact)/.test(text)
    ? text
    : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
