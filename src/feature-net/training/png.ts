import { crc32, deflateSync } from 'node:zlib'

/** A pixel of a PNG by `encodePng`: a grey from 0 (black) to 14 (white), or none. */
export const greys = 15
export const transparent = 15

/**
 * A PNG of fifteen greys and one transparent colour, four bits a pixel.
 *
 * @param pixels row-major, each 0 … 15
 * @see Portable Network Graphics Specification, third edition, W3C 2025
 */
export function encodePng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3], 8)
  const colours = Array.from({ length: greys + 1 }, (_, at) =>
    Math.round((255 * Math.min(at, greys - 1)) / (greys - 1)),
  )
  const opacities = colours.map((_, at) => (at === transparent ? 0 : 255))
  const stride = Math.ceil(width / 2)
  // Each row starts with its filter: 0, none.
  const rows = Buffer.alloc(height * (stride + 1))
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * (stride + 1) + 1 + (column >> 1)
      rows[at] |= pixels[row * width + column] << (column % 2 === 0 ? 4 : 0)
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((grey) => [grey, grey, grey]))),
    chunk('tRNS', Buffer.from(opacities)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
