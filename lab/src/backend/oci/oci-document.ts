import { childText, escapeXml, readXml, type XmlElement } from './xml.ts';

/** Value of an element; null is written as `xsi:nil="true"` and clears it. */
export type OciValue = string | null;

/** One command of a document; a document may have several, and each one succeeds or fails alone. */
export interface OciCommand {
  /** `UserFaxMessagingModifyRequest`; in answers with the namespace prefix that the schema gives: `c:SuccessResponse`. */
  readonly type: string;
  /** In the order of the schema. */
  readonly elements: readonly (readonly [name: string, value: OciValue])[];
  /** Rows of the table that a list answer carries. */
  readonly table?: OciTable;
}

/** How OCI writes lists: headings once, then rows of columns. */
export interface OciTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A request or answer as services exchange it. */
export interface OciDocument {
  /** Who asks; answers have none. */
  readonly identity?: { readonly id: string; readonly organizationId: string; readonly role: string };
  readonly trackingId: string;
  readonly commands: readonly OciCommand[];
}

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** The document as text, one element a line as the call server's log shows it. */
export function writeOciDocument({ identity, trackingId, commands }: OciDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<BroadsoftDocument xmlns="C" xmlns:xsi="${INSTANCE}" protocol="OCI">`,
    ...(identity === undefined
      ? []
      : [
          '<externalUserIdentity xmlns="">',
          `<id>${escapeXml(identity.id)}</id>`,
          `<organizationId>${escapeXml(identity.organizationId)}</organizationId>`,
          `<role>${escapeXml(identity.role)}</role>`,
          '</externalUserIdentity>',
        ]),
    `<trackingId xmlns="">${escapeXml(trackingId)}</trackingId>`,
    ...commands.flatMap(writeCommand),
    '</BroadsoftDocument>',
  ].join('\n');
}

/** Reads by local names: senders disagree about prefixes. Errors: a plain Error where it is no XML. */
export function readOciDocument(text: string): OciDocument {
  const root = readXml(text);
  const identity = root.children.find(({ name }) => name === 'externalUserIdentity');
  return {
    ...(identity === undefined
      ? {}
      : {
          identity: {
            id: childText(identity, 'id') ?? '',
            organizationId: childText(identity, 'organizationId') ?? '',
            role: childText(identity, 'role') ?? '',
          },
        }),
    trackingId: childText(root, 'trackingId') ?? '',
    commands: root.children.filter(({ name }) => name === 'command').map(readCommand),
  };
}

/** The value of an element: undefined = not there, null = `xsi:nil`. */
export function elementOf(command: OciCommand, name: string): OciValue | undefined {
  return command.elements.find(([own]) => own === name)?.[1];
}

/** Whether an answer says that its command failed. */
export function isOciError({ type }: OciCommand): boolean {
  return type === 'c:ErrorResponse' || type === 'ErrorResponse';
}

function writeCommand({ type, elements, table }: OciCommand): string[] {
  const answer = type.startsWith('c:');
  // Answers of the schema's own namespace declare it, and an error says so twice.
  const attributes = answer ? `${type === 'c:ErrorResponse' ? ' type="Error"' : ''} echo="" xmlns:c="C"` : '';
  return [
    `<command${attributes} xmlns="" xsi:type="${type}">`,
    ...elements.map(([name, value]) =>
      value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(value)}</${name}>`,
    ),
    ...(table === undefined ? [] : writeTable(table)),
    '</command>',
  ];
}

function writeTable({ name, columns, rows }: OciTable): string[] {
  return [
    `<${name}>`,
    ...columns.map((column) => `<colHeading>${escapeXml(column)}</colHeading>`),
    ...rows.map((row) => `<row>${row.map((value) => `<col>${escapeXml(value)}</col>`).join('')}</row>`),
    `</${name}>`,
  ];
}

function readCommand(element: XmlElement): OciCommand {
  const table = element.children.find(({ name }) => name.endsWith('Table'));
  const plain = element.children.filter((child) => child !== table);
  return {
    type: element.attributes.get('type') ?? '',
    elements: plain.map((child) => [child.name, child.attributes.get('nil') === 'true' ? null : child.text]),
    ...(table === undefined ? {} : { table: readTable(table) }),
  };
}

function readTable({ name, children }: XmlElement): OciTable {
  return {
    name,
    columns: children.filter((child) => child.name === 'colHeading').map(({ text }) => text),
    rows: children.filter((child) => child.name === 'row').map((row) => row.children.map(({ text }) => text)),
  };
}
