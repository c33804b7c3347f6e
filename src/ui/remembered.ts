/** The same pure function, which answers with its last result, itself, as long as its arguments are the same. */
export function remembered<A extends readonly unknown[], R>(compute: (...given: A) => R): (...given: A) => R {
  let last: { readonly given: A; readonly result: R } | undefined
  return (...given) => {
    if (!last?.given.every((value, at) => value === given[at])) last = { given, result: compute(...given) }
    return last.result
  }
}
