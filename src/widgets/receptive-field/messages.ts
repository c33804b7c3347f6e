import type { Lang } from '#ui/use-figure.ts'
import { en } from './en.ts'
import type { Messages } from './message-table.ts'
import { zh } from './zh.ts'

export type { Messages } from './message-table.ts'
export const messages: Readonly<Record<Lang, Messages>> = { zh, en }
