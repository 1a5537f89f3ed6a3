import { type Attachment, stripAttachment } from '@harrier/escalate';
import { drawMarks, type Mark } from './mark.ts';

/**
 * A new picture of the old one's pixels with the marks in them. What a mark covers is in no file: the new one is made of the
 * canvas alone.
 */
export async function flattenPicture(picture: ImageBitmap, marks: readonly Mark[]): Promise<Attachment> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas.');
  context.drawImage(picture, 0, 0);
  drawMarks(context, marks);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return stripAttachment(new Uint8Array(await blob.arrayBuffer()));
}
