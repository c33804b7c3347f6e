const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ascii = `${letters}0123456789 !"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`
const large = '()[]{}⌊⌋⌈⌉∑∏√'

/**
 * The signs that each of KaTeX's fonts keeps: what formulas of the pages use (a test reads them all), what figures may
 * show when a reader changes them, and what an author is likely to need next.
 */
export const signs = {
  'KaTeX_Main-Regular': `${ascii}ΓΔΘΛΞΠΣΦΨΩ×÷±−·⋅∗∘⊙∣′⊤=≠≈≡∼≤≥∈→⟶⇒…⋯⟨⟩⌊⌋⌈⌉∑∏√∞∂°–’“”`,
  'KaTeX_Math-Italic': `${letters}αβγδεζηθκλμνξπρστφχψωϵ`,
  'KaTeX_Size1-Regular': large,
  'KaTeX_Size2-Regular': large,
} as const
