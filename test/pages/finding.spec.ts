import { address, base } from '../browser.ts'
import { expect, home, test } from './site.ts'

const queries = {
  zh: [
    ['感受野', '感受野'],
    ['转置卷积', '转置卷积'],
    ['1x1', '1×1'],
    ['1*1卷积', '1×1卷积'],
    ['空洞', '空洞'],
    ['棋盘', '棋盘'],
    ['output_padding', 'output_padding'],
    ['权值共享', '权值共享'],
    ['Inception', '核'],
    ['锚框', '锚框'],
    ['receptive field', '感受野'],
    ['等变', '等变'],
    ['分组', '分组'],
    ['转置卷积的输出尺寸', '尺寸'],
  ],
  en: [
    ['receptive field', 'receptive field'],
    ['TRANSPOSED', 'ransposed'],
    ['1x1', '1×1'],
    ['dilation', 'ilat'],
    ['checkerboard', 'heckerboard'],
    ['output padding', 'utput'],
    ['weight sharing', 'eight sharing'],
    ['bottleneck', ''],
    ['anchor', 'nchor'],
    ['感受野', 'receptive field'],
    ['depthwise', 'epthwise'],
    ['stride', 'tride'],
  ],
} as const

for (const lang of ['zh', 'en'] as const) {
  test(`a dozen queries find what they should, ${lang}`, async ({ page }) => {
    await page.goto(home(lang))
    await page.keyboard.press('/')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const field = dialog.getByRole('searchbox')
    for (const [query, wanted] of queries[lang]) {
      await field.fill(query)
      await expect(dialog.locator('.hits li').first(), query).toBeVisible()
      await expect
        .poll(async () => (await dialog.locator('.hits li').allTextContents()).slice(0, 3).join(' ').toLowerCase(), {
          message: query,
        })
        .toContain(wanted.toLowerCase())
    }
    await field.fill('xyzzy')
    await expect(dialog.locator('.hits li')).toHaveCount(0)
    await expect(dialog.getByRole('status')).not.toBeEmpty()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
}

test('a hit is reached by keyboard and leads to its place', async ({ page }) => {
  await page.goto('glossary/')
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').fill('空洞卷积的作用')
  await expect(page.locator('.hits li').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/^[^?#]+\/#8/)
})

test('every answer has its Markdown mirror, and llms.txt lists them', async ({ page, baseURL }) => {
  const list = await (await page.request.get('llms.txt')).text()
  const addresses = [...list.matchAll(/\((https?:[^)]+\.md)\)/g)].map(([, address]) => new URL(address).pathname)
  expect(addresses).toHaveLength(28)
  for (const address of addresses) {
    const answer = await page.request.get(new URL(address, baseURL).href)
    expect(answer.status(), address).toBe(200)
    const text = await answer.text()
    expect(text).toMatch(/^# \d+\. /)
    expect(text, address).not.toMatch(/<\/?[A-Z]\w+/)
  }
})

test('the questions are structured data, in both languages, with canonical and alternate addresses', async ({
  page,
}) => {
  for (const lang of ['zh', 'en'] as const) {
    await page.goto(home(lang))
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    expect(data['@type']).toBe('FAQPage')
    expect(data.mainEntity).toHaveLength(8)
    for (const { name, acceptedAnswer } of data.mainEntity) {
      expect(name.length).toBeGreaterThan(3)
      expect(acceptedAnswer.text.length).toBeGreaterThan(20)
    }
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      new RegExp(`//[^/]+${base}${lang === 'en' ? 'en/' : ''}$`),
    )
    await expect(page.locator('link[hreflang="en"][rel="alternate"]')).toHaveAttribute(
      'href',
      new RegExp(`//[^/]+${base}en/$`),
    )
    await expect(page.locator('link[hreflang="zh-CN"][rel="alternate"]')).toHaveAttribute(
      'href',
      new RegExp(`//[^/]+${base}$`),
    )
    const card = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
    expect((await page.request.get(new URL(card).pathname)).status()).toBe(200)
  }
})

test('every heading below the title of a page has a link to itself', async ({ page }) => {
  for (const path of ['./', 'en/', 'more/', 'en/more/', 'network/', 'en/network/']) {
    await page.goto(path)
    const without = await page.locator('main :is(h2, h3)').evaluateAll((all) =>
      all
        .filter((each) => !each.closest('figure, nav'))
        .filter((each) => !each.id || each.querySelector('.anchor')?.getAttribute('href') !== `#${each.id}`)
        .map((each) => each.textContent),
    )
    expect(without, path).toEqual([])
  }
})

test('a heading gives its own address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./')
  await page.locator('h2 .anchor').first().click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(decodeURIComponent(copied)).toBe(`${address}#1卷积有什么特点`)
})
