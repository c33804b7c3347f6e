import { expect, figures, hydrated, test } from './site.ts'

for (const where of ['', 'more/'] as const) {
  test(`nothing on /${where} moves by itself, and under reduced motion nothing glides`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`./${where}`)
    const ids = figures.filter((figure) => figure.page === where).map(({ id }) => id)
    for (const id of ids) await hydrated(page, id)
    const frames = (): Promise<string[]> => page.locator('.player output').allTextContents()
    const before = await frames()
    expect(before.length).toBeGreaterThan(0)
    // longer than a step of the player takes
    await page.waitForTimeout(2000)
    expect(await frames()).toEqual(before)
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    const glide = await page
      .locator('figure .slides')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).transitionDuration))
    expect(new Set(glide)).toEqual(new Set(['0s']))

    // play is the reader's to start, and to stop
    const player = page.locator('.player').first()
    const play = player.getByRole('button').nth(1)
    await play.press('Enter')
    await expect.poll(frames).not.toEqual(before)
    await play.press('Enter')
    const held = await frames()
    await page.waitForTimeout(2000)
    expect(await frames()).toEqual(held)
  })
}
