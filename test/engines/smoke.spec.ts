import { expect, hydrated, status, test, widgets } from '../pages/site.ts'

for (const widget of widgets) {
  test(`${widget} hydrates, changes, describes itself and is restored`, async ({ page }) => {
    await page.goto(`embed/${widget}/`)
    const figure = await hydrated(page, widget)
    await expect(figure.locator('svg:visible').first()).toBeVisible()
    const before = await status(figure).textContent()
    const controls = figure.locator('input[type="range"]:enabled:visible')
    for (let at = 0; at < (await controls.count()); at++) {
      const end = await controls.nth(at).evaluate((each: HTMLInputElement) => Number(each.value) >= Number(each.max))
      await controls.nth(at).press(end ? 'ArrowLeft' : 'ArrowRight')
      await page.waitForTimeout(400)
      if (page.url().includes(`${widget}.`) && (await status(figure).textContent()) !== before) break
    }
    const after = await status(figure).textContent()
    expect(after).not.toBe(before)
    await page.reload()
    await expect(status(await hydrated(page, widget))).toHaveText(after ?? '')
  })
}
