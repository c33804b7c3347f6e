import { expect, hydrated, status, test } from './site.ts'

test.describe('when a figure fails', () => {
  test.use({ quiet: undefined })

  test('an exception inside a figure leaves its picture and says so, and the page goes on', async ({ page }) => {
    await page.addInitScript(() => {
      const find = URLSearchParams.prototype.get
      URLSearchParams.prototype.get = function (name: string) {
        if (name.startsWith('kernel-stack.')) throw new Error('planted fault')
        return find.call(this, name)
      }
    })
    await page.goto('./')
    const figure = page.locator('figure#kernel-stack')
    await figure.scrollIntoViewIfNeeded()
    await expect(figure.locator('.failed')).toContainText('这张图')
    await expect(figure.locator('svg').first()).toBeVisible()
    await expect(status(await hydrated(page, 'transposed-conv'))).not.toBeEmpty()
  })
})

test('a page that was loaded works on without the network', async ({ page, context }) => {
  await page.goto('./')
  const figure = await hydrated(page, 'transposed-conv')
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  const before = await status(figure).textContent()
  await figure.locator('input[type="range"]').nth(1).press('ArrowRight')
  await expect(status(figure)).not.toHaveText(before ?? '')
})

test('an embed works in a frame of a plain page', async ({ page, baseURL }) => {
  await page.route('**/plain.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>plain</title><link rel="icon" href="data:,"><iframe src="${baseURL}embed/transposed-conv/?transposed-conv.stride=1" width="900" height="1200"></iframe>`,
    }),
  )
  await page.goto(`${new URL(baseURL ?? '').origin}/plain.html`)
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('.body.live')).toBeVisible()
  await expect(frame.locator('[role="status"]')).toContainText('步幅 1')
})
