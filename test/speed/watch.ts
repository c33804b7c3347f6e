import type { CDPSession, Page } from '@playwright/test'

/** One press of a key, in milliseconds. */
export interface Press {
  /** From the key to the paint that shows what it changed, or to the next paint if it changed nothing. */
  readonly paint: number
  /** From the key to the last paint that changed the figure: what a worker answers comes later than the first. */
  readonly settled: number
  /** Time on the processor of the page's main thread: the same however busy the machine is. */
  readonly thread: number
}

interface Watch {
  begin: () => Promise<void>
  rest: () => Promise<{ paint: number; settled: number }>
}
declare global {
  interface Window {
    watch: Watch
  }
}

/** Runs in the page. */
function install(id: string): void {
  /** Time without a change after which nothing more is expected. */
  const still = 150
  let seen = { event: 0, frame: 0, first: 0, last: 0 }
  let [start, busy] = [0, 0]
  const painted = (then: (now: number) => void): void => {
    busy = performance.now()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        busy = performance.now()
        then(busy)
      }
      port2.postMessage(0)
    })
  }
  for (const type of ['keydown', 'keyup'])
    addEventListener(
      type,
      ({ timeStamp }) => {
        start ||= timeStamp
        painted((now) => {
          seen.frame = Math.max(seen.frame, now - timeStamp)
        })
      },
      true,
    )
  new MutationObserver(() =>
    painted((now) => {
      seen.first ||= now - start
      seen.last = now - start
    }),
  ).observe(document.getElementById(id) as HTMLElement, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (['keydown', 'keyup', 'click'].includes(name)) seen.event = Math.max(seen.event, duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const quiet = async (): Promise<void> => {
    while (performance.now() - busy < still) await new Promise((done) => setTimeout(done, 50))
  }
  window.watch = {
    begin: async () => {
      await quiet()
      seen = { event: 0, frame: 0, first: 0, last: 0 }
      start = 0
    },
    rest: async () => {
      busy = performance.now()
      await quiet()
      const paint = Math.max(seen.event || seen.frame, seen.first)
      return { paint, settled: Math.max(paint, seen.last) }
    },
  }
}

async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** Slows the page's processor down and measures presses of keys in one figure. */
export async function watch(page: Page, id: string, slower: number): Promise<(key: string) => Promise<Press>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.evaluate(install, id)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return async (key) => {
    await page.evaluate(() => window.watch.begin())
    const before = await threadTime(session)
    await page.keyboard.press(key)
    const wall = await page.evaluate(() => window.watch.rest())
    return { ...wall, thread: (await threadTime(session)) - before }
  }
}
