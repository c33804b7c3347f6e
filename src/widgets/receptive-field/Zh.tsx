import { island } from '#ui/island.tsx'
import { words } from '#ui/zh.ts'
import { Widget } from './Widget.tsx'
import { zh } from './zh.ts'

export default island(Widget, zh, words)
