const longestSide = 2560;
const smallEnough = 1_500_000;
const pictures = /^image\/(?:jpeg|png|webp|heic|heif)$/;
const endings = /\.(?:jpe?g|jfif|png|webp|hei[cf])$/i;

/**
 * A photo small enough for a weak network and still good to read: at most 2560 pixels a side, as JPEG. What the browser
 * cannot read, and what is small already, stays as it is.
 */
export async function shrinkPhoto(page, file) {
  if (!pictures.test(file.type) && !endings.test(file.name)) return file;
  if (file.size <= smallEnough && !/hei[cf]$/i.test(file.type + file.name)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = page.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!smaller || (smaller.size >= file.size && !/hei[cf]$/i.test(file.name))) return file;
  return new File([smaller], file.name.replace(endings, '') + '.jpg', { type: 'image/jpeg' });
}
