import { describe, expect, test } from 'vitest'
import { glossary } from '../../src/site/finding/glossary.ts'
import { type Entry, folded, search } from '../../src/site/finding/search.ts'
import { partOfPlace } from '../../src/site/places.ts'

const entry = (title: string, also: string, text = ''): Entry => ({ kind: '', title, also, text, url: `#${title}` })

const zh = [
  entry('4 卷积感受野的相关概念', 'Receptive field', '感受野是输出的一格在输入上看得到的范围。'),
  entry('6 1×1卷积的作用', 'What a 1×1 convolution does', '混合通道、升降通道。'),
  entry('7 转置卷积的作用', 'Transposed convolution', '还原尺寸，不还原数值。'),
  entry('8 空洞卷积的作用', 'Dilated convolution', '扩大感受野，不靠池化。'),
  entry('常见误区', '7 转置卷积的作用', 'output_padding 一个零也不补。'),
  entry('有效感受野', 'effective receptive field', '中间强，四周弱。'),
]
const titles = (query: string): string[] => search(zh, query).map(({ title }) => title)

describe('search', () => {
  test('finds a Chinese word inside a longer title, and prefers titles to texts', () => {
    expect(titles('感受野')).toEqual(
      expect.arrayContaining(['有效感受野', '4 卷积感受野的相关概念', '8 空洞卷积的作用']),
    )
    expect(titles('感受野').indexOf('8 空洞卷积的作用')).toBe(2)
  })

  test('finds by the English term on a Chinese page, without regard to case', () => {
    expect(titles('TRANSPOSED')[0]).toBe('7 转置卷积的作用')
  })

  test('takes 1x1, 1*1 and 1×1 for one word', () => {
    for (const query of ['1x1', '1*1', '1×1', '１×１']) expect(titles(query)[0]).toBe('6 1×1卷积的作用')
  })

  test('every part of a query must occur', () => {
    expect(titles('转置 output_padding')).toEqual(['常见误区'])
    expect(titles('转置 感受野')).toEqual([])
  })

  test('a long Chinese question still finds what shares most of its pairs', () => {
    expect(titles('转置卷积有什么作用')[0]).toBe('7 转置卷积的作用')
  })

  test('finds nothing for nothing, and nothing for what is not there', () => {
    expect(search(zh, '  ')).toEqual([])
    expect(search(zh, '循环神经网络')).toEqual([])
    expect(search(zh, '.*[')).toEqual([])
  })

  test('folding keeps what tells words apart', () => {
    expect(folded(' 3×3　Conv ')).toBe('3x3 conv')
  })
})

describe('glossary', () => {
  test('each term has its own id, both names and a place that exists', () => {
    const ids = glossary.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { zh: name, en, zhText, enText, place } of glossary) {
      for (const text of [name, en, zhText, enText]) expect(text.length).toBeGreaterThan(0)
      expect(partOfPlace(place), place).toBeDefined()
    }
  })
})

test('fragments of the eight questions and of the six more lead to their pages', () => {
  expect(partOfPlace('61*1卷积的作用')).toBe('questions')
  expect(partOfPlace('q9')).toBe('more')
  expect(partOfPlace('transposed-conv')).toBe('questions')
  expect(partOfPlace('nowhere')).toBeUndefined()
})
