import type { PostData, PostParam } from '../entry/model.ts';

/**
 * The text of a form that the exporter kept only as `params`: `a=1&b=2`, or the parts of a
 * `multipart/form-data` with their boundary. Contents of uploaded files are not in a capture.
 */
export function formText(postData: Pick<PostData, 'mimeType' | 'params'>): string {
  const boundary = /^multipart\/.*;\s*boundary\s*=\s*"?([^\s;"]+)/i.exec(postData.mimeType)?.[1];
  if (boundary === undefined) return postData.params.map(pairText).join('&');
  return `${postData.params.map((param) => partText(param, boundary)).join('')}--${boundary}--\r\n`;
}

function pairText({ name, value }: PostParam): string {
  return value === undefined ? encodeForm(name) : `${encodeForm(name)}=${encodeForm(value)}`;
}

/** application/x-www-form-urlencoded serialising (URL standard §5.2); what is encoded already stays as it is. */
function encodeForm(text: string): string {
  const isEncoded = /%[0-9a-f]{2}/i.test(text) && /^(?:[\w.*+-]|%[0-9a-f]{2})*$/i.test(text);
  return isEncoded ? text : encodeURIComponent(withoutLoneSurrogates(text)).replace(/%20/g, '+');
}

/** `encodeURIComponent` throws on half a character. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** RFC 7578 §4. */
function partText(param: PostParam, boundary: string): string {
  const fileName = param.fileName === undefined ? '' : `; filename="${quotable(param.fileName)}"`;
  const contentType = param.contentType === undefined ? '' : `Content-Type: ${param.contentType}\r\n`;
  return (
    `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(param.name)}"${fileName}\r\n` +
    `${contentType}\r\n${param.value ?? ''}\r\n`
  );
}

function quotable(text: string): string {
  return text.replace(/[\r\n"]/g, (letter) => encodeURIComponent(letter));
}
