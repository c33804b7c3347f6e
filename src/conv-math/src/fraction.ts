/** An exact ratio of integers in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** The ratio of two integers; the second is not 0. */
export function fraction(numerator: number, denominator: number = 1): Fraction {
  const divisor = gcd(numerator, denominator) * Math.sign(denominator)
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor }
}

/** a + b · c. */
export function addProduct(a: Fraction, b: Fraction, c: Fraction): Fraction {
  const product = multiply(b, c)
  return fraction(
    a.numerator * product.denominator + product.numerator * a.denominator,
    a.denominator * product.denominator,
  )
}

/** a · b. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Whether two ratios are the same. */
export function equals(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

/** The ratio as the nearest number. */
export function toNumber({ numerator, denominator }: Fraction): number {
  return numerator / denominator
}

/** The greatest common divisor of two integers, not both 0; positive. */
export function gcd(a: number, b: number): number {
  let x = Math.abs(a)
  let y = Math.abs(b)
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** The least common multiple of two positive integers. */
export function lcm(a: number, b: number): number {
  return (a / gcd(a, b)) * b
}

/** The remainder with the sign of a positive divisor: 0 ≤ result < divisor. */
export function modulo(value: number, divisor: number): number {
  const rest = value % divisor
  return rest < 0 ? rest + divisor : rest + 0
}
