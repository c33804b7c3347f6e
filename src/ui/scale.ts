/** Units of an SVG map per cell; CSS gives the cell its real size. */
export const unit = 32

/** A number as it is set on the page: minus U+2212, at most `digits` decimals. */
export function show(value: number, digits = 2): string {
  const factor = 10 ** digits
  const text = String(Math.round(value * factor) / factor + 0)
  return text.replace('-', '−')
}

/** A number inside a product: negative ones in brackets. */
export const factorText = (value: number, digits = 2): string =>
  value < 0 ? `(${show(value, digits)})` : show(value, digits)

/** An integer with thin spaces or commas between its thousands: 1,811,939. */
export const grouped = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')

/** A large count in three significant figures with its SI letter: 1.81 G. */
export function compact(value: number): string {
  const steps: readonly [number, string][] = [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ]
  const [size, letter] = steps.find(([least]) => Math.abs(value) >= least) ?? [1, '']
  return `${show(Number((value / size).toPrecision(3)), 3)}${letter && ` ${letter}`}`
}

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index)
export const fixed = (value: number): number => Math.round(value * 100) / 100
/** To a tenth of a pixel, where there are many. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
