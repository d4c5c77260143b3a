import { keepMoment } from './photo-moment.js';

const longestSide = 2560;
const smallEnough = 1_500_000;
const pictures = /^image\/(?:jpeg|png|webp)$/;
const endings = /\.(?:jpe?g|jfif|png|webp)$/i;

/**
 * A photo small enough for a weak network and still good to read: at most 2560 pixels a side, as JPEG, with the moment and the
 * place that the camera wrote into it. What the browser cannot read, what is small already, and HEIC, which is small and holds
 * both in a way of its own, stays as it is.
 */
export async function shrinkPhoto(page, file) {
  if (!pictures.test(file.type) && !endings.test(file.name)) return file;
  if (file.size <= smallEnough || /hei[cf]$/i.test(file.type + file.name)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = page.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!smaller || smaller.size >= file.size) return file;
  const { lastModified } = file;
  const name = file.name.replace(endings, '') + '.jpg';
  return new File([await keepMoment(file, smaller)], name, { type: 'image/jpeg', lastModified });
}
