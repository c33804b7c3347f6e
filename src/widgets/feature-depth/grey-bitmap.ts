/** Greys of a small bitmap. */
const levels = 16

/** A picture of sixteen greys as a data address, four bits a pixel: values from 0 (black) to 1, row-major. */
export function greyBitmap(values: ArrayLike<number>, width: number, height: number): string {
  const stride = Math.ceil(width / 8) * 4
  const start = 54 + 4 * levels
  const bytes = new Uint8Array(start + stride * height)
  const view = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  const header: readonly (readonly [number, number])[] = [
    [2, bytes.length],
    [10, start],
    [14, 40],
    [18, width],
    [22, height],
    [26, 1 | (4 << 16)],
    [34, stride * height],
    [46, levels],
  ]
  for (const [at, value] of header) view.setUint32(at, value, true)
  for (let level = 0; level < levels; level++) view.setUint32(54 + 4 * level, level * 0x111111, true)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const share = Math.min(1, Math.max(0, values[row * width + column]))
      const to = start + (height - 1 - row) * stride + (column >> 1)
      bytes[to] |= Math.round(share * (levels - 1)) << (column % 2 === 0 ? 4 : 0)
    }
  }
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:image/bmp;base64,${btoa(text)}`
}

/** Square maps, one after the other, laid out in rows of `across`: one picture of them all. */
export function sheetOf(maps: ArrayLike<number>, size: number, across: number, max: number): string {
  const count = maps.length / (size * size)
  const width = across * size
  const values = new Float32Array(width * Math.ceil(count / across) * size)
  for (let map = 0, from = 0; map < count; map++) {
    const corner = Math.floor(map / across) * size * width + (map % across) * size
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) values[corner + row * width + column] = maps[from++] / max
    }
  }
  return greyBitmap(values, width, values.length / width)
}
