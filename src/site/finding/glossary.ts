import { layerTerms } from './layer-terms.ts'
import { networkTerms } from './network-terms.ts'
import type { Term } from './term.ts'

/** The words of the field as this site uses them: one term each, everywhere. */
export const glossary: readonly Term[] = [...layerTerms, ...networkTerms]
