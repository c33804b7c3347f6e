import { words } from '#ui/en.ts'
import { island } from '#ui/island.tsx'
import { en } from './en.ts'
import { Widget } from './Widget.tsx'

export default island(Widget, en, words)
