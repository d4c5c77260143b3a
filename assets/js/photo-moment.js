const app1 = 0xffe1;
const startOfScan = 0xffda;
const orientation = 0x0112;
const shortest = 14;

/**
 * A smaller picture with what the camera wrote about the photo (moment, place, device), so that it stays evidence of when and
 * where it was taken. Only the orientation is set anew: the smaller picture stands upright already.
 */
export async function keepMoment(original, smaller) {
  const written = exifOf(new Uint8Array(await original.arrayBuffer()));
  if (!written) return smaller;
  return new Blob([smaller.slice(0, 2), upright(written), smaller.slice(2)], { type: smaller.type });
}

/** The segment in which a JPEG holds it, with its mark and length. */
function exifOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let place = 2; place + 4 <= view.byteLength;) {
    const mark = view.getUint16(place);
    const end = place + 2 + view.getUint16(place + 2);
    if (mark < 0xff00 || mark === startOfScan || end > view.byteLength) return undefined;
    const isExif =
      mark === app1 &&
      end - place > shortest &&
      String.fromCharCode(...bytes.slice(place + 4, place + 10)) === 'Exif\0\0';
    if (isExif) return bytes.slice(place, end);
    place = end;
  }
  return undefined;
}

/** The same segment, saying that the picture need not be turned. */
function upright(segment) {
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return segment;
  const entries = tiff.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const place = directory + 2 + entry * 12;
    if (place + 12 > tiff.byteLength) break;
    if (tiff.getUint16(place, little) === orientation) tiff.setUint16(place + 8, 1, little);
  }
  return segment;
}
