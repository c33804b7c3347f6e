import { show } from './scale.ts'

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** A number of bytes in three significant figures and binary units: 28.7 MiB. */
export function byteText(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 2 ** (10 * step)
  return `${show(value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)), 3)} ${units[step]}`
}
