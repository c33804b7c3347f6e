import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answers } from './answers.ts'
import type { Claim } from './claim.ts'

const folder = new URL('./claims/', import.meta.url)
const files = readdirSync(folder)
const written = { zh: answers('zh'), en: answers('en') }

test('every answer has its claims', () => {
  expect(files.map((file) => file.replace('.ts', '.mdx')).sort()).toEqual(written.zh.map(({ file }) => file).sort())
})

describe.each(files)('%s', async (file) => {
  const { claims } = (await import(/* @vite-ignore */ new URL(file, folder).href)) as { claims: readonly Claim[] }
  const text = (lang: 'zh' | 'en'): string => {
    const answer = written[lang].find((each) => each.file === file.replace('.ts', '.mdx'))
    return `${answer?.short}\n${answer?.body}`
  }

  test('claims something', () => {
    expect(claims.length).toBeGreaterThan(2)
  })

  test.each(claims.map((claim) => [claim.says, claim] as const))('%s', (_, claim) => {
    expect(text('zh')).toContain(claim.zh)
    expect(text('en')).toContain(claim.en)
    expect(claim.value()).toBeCloseTo(claim.claimed, 6)
  })
})
