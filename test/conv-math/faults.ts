import { faultsOfNetworks } from './faults-of-networks.ts'
import { faultsOfValues } from './faults-of-values.ts'

/** A mistake that someone could make: one place in one file, and the tests that must notice. */
export interface Fault {
  readonly what: string
  readonly file: string
  readonly search: string
  readonly replace: string
  readonly tests: readonly string[]
}

export const faults: readonly Fault[] = [...faultsOfValues, ...faultsOfNetworks]
