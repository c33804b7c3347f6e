import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { conv2d, tensor } from 'conv-math'
import { expect, test } from 'vitest'
import { camera, cat, pictureFile, pixels, shrunk } from '#ui/pictures.ts'

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each))
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Bytes of an 8-bit PNG without interlace, row by row. */
function decoded(file: Buffer): { width: number; height: number; bytes: Uint8Array } {
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]]
  expect([depth, file[28]]).toEqual([8, 0])
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  const data = inflateSync(Buffer.concat(parts))
  const pixel = kind === 2 ? 3 : 1
  const line = width * pixel
  const bytes = new Uint8Array(height * line)
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < line; x++) {
      const at = row * line + x
      const left = x < pixel ? 0 : bytes[at - pixel]
      const up = row === 0 ? 0 : bytes[at - line]
      const corner = x < pixel || row === 0 ? 0 : bytes[at - line - pixel]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][data[row * (line + 1)]]
      bytes[at] = data[row * (line + 1) + 1 + x] + guess
    }
  }
  return { width, height, bytes }
}

const colours = pixels(cat)
const plane = cat.width * cat.height
const grey = conv2d(tensor([1, 3, cat.height, cat.width], colours), tensor([1, 3, 1, 1], [0.3, 0.59, 0.11])).data

test.each([
  ['camera', pixels(camera), camera.width],
  ['camera-20', shrunk(camera, 20).values, 20],
  ['cat', colours, cat.width],
  ['cat-0', colours.slice(0, plane), cat.width],
  ['cat-1', colours.slice(plane, 2 * plane), cat.width],
  ['cat-2', colours.slice(2 * plane), cat.width],
  ['cat-grey', grey, cat.width],
])('the file %s holds the values that it stands for', (name, values, side) => {
  expect(pictureFile(values, side, side)?.endsWith(`/pictures/${name}.png`)).toBe(true)
  const { width, height, bytes } = decoded(readFileSync(new URL(`../../public/pictures/${name}.png`, import.meta.url)))
  expect([width, height]).toEqual([side, side])
  const channels = values.length / side ** 2
  values.forEach((value, at) => {
    const [channel, place] = [Math.floor(at / side ** 2), at % side ** 2]
    expect(Math.abs(bytes[place * channels + channel] / 255 - value)).toBeLessThan(0.0021)
  })
})

test('other values have no file', () => {
  expect(
    pictureFile(
      colours.map((value) => 1 - value),
      cat.width,
      cat.height,
    ),
  ).toBeUndefined()
})
