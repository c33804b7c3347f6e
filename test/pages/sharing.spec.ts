import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, home, hydrated, languages, status, test } from './site.ts'
import { changedByKeyboard } from './use.ts'

for (const lang of languages) {
  test(`a figure's snippet works in a plain page of another origin, in the state it was copied in, ${lang}`, async ({
    page,
  }) => {
    await page.goto(`${home(lang)}`)
    const { after } = await changedByKeyboard(page, 'transposed-conv')
    const figure = page.locator('figure#transposed-conv')
    await figure.getByRole('button', { name: lang === 'zh' ? '嵌入' : 'Embed' }).click()
    const snippet = (await figure.locator('pre').last().textContent()) ?? ''
    expect(snippet).toMatch(/^<iframe src="http[^"]+embed\/transposed-conv\/\?transposed-conv\.[^"]+" title="[^"]{4,}"/)
    const html = `<!doctype html><title>plain</title><link rel="icon" href="data:,">${snippet}`
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    )
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const frame = page.frameLocator('iframe')
      await expect(frame.locator('.body.live')).toBeVisible()
      await expect(frame.locator('[role="status"]')).toHaveText(after)
      const slider = frame.locator('input[type="range"]:enabled:visible').last()
      await slider.press('ArrowRight')
      await expect(frame.locator('[role="status"]')).not.toHaveText(after)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test(`a figure gives its own address, which shows the same state, ${lang}`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${home(lang)}more/`)
    const { after } = await changedByKeyboard(page, 'grouped-conv')
    const figure = page.locator('figure#grouped-conv')
    await figure.getByRole('button', { name: lang === 'zh' ? '复制链接' : 'Copy link' }).click()
    await expect(figure.locator('.said')).not.toBeEmpty()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/\/more\/\?grouped-conv\.[^#]+#grouped-conv$/)
    await page.goto('about:blank')
    await page.goto(copied)
    await expect(page.locator('figure#grouped-conv')).toBeInViewport()
    await expect(status(await hydrated(page, 'grouped-conv'))).toHaveText(after)
  })
}
