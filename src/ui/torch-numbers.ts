/** A number as PyTorch's code has it: always a float, at most two decimals. */
export function torchNumber(value: number): string {
  const text = String(Math.round(value * 100) / 100 + 0)
  return text.includes('.') ? text : `${text}.`
}

/** A matrix as nested lists of floats. */
export function torchMatrix(rows: number, columns: number, value: (row: number, column: number) => number): string {
  const line = (row: number): string =>
    `[${Array.from({ length: columns }, (_, column) => torchNumber(value(row, column))).join(', ')}]`
  return `[${Array.from({ length: rows }, (_, row) => line(row)).join(', ')}]`
}
