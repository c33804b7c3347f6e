import type { Page } from '@playwright/test'

/** A text or a mark of a figure's SVG, and how it stands out from what lies beneath it. */
export interface Seen {
  readonly kind: 'text' | 'mark'
  /** Element and classes, and the words of a text. */
  readonly name: string
  readonly ratio: number
  /** 4.5 for text, 3 for large text and for marks. */
  readonly least: number
}

/** What lies beneath: all but texts, strokes and the slider on its marks, save the strokes that are a map's values, or a halo. */
const beneath = `figure svg text { visibility: hidden !important }
  figure svg :not(.heat-full, .heat-small, .halo) { stroke: none !important }
  figure .track input { visibility: hidden !important }`
/** Areas that frames, numbers or a scale tell apart, hairlines between cells, and what separates in the colour of the paper. */
const noMark = `[class^='c-']:not(.c-kernel), .beam, .saves, .shade, .shadow, .heat-bg, .line, [style*='var(--fig-'], .halo,
  .kernel-gaps, .sheet-lines, .lattice, .br-d-in, .without, .log-bars *`

/** Every SVG text and mark of the page's figures against the pixels beneath it, as the present colours have them. */
export async function seen(page: Page): Promise<Seen[]> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
  }, beneath)
  const picture = (await page.screenshot({ fullPage: true, scale: 'device' })).toString('base64')
  return page.evaluate(
    async ([data, noMark]) => {
      document.adoptedStyleSheets.pop()
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D
      context.drawImage(image, 0, 0)
      const pixels = context.getImageData(0, 0, image.width, image.height).data

      const density = image.width / innerWidth
      type Colour = readonly [red: number, green: number, blue: number, alpha: number]
      const pixel = (x: number, y: number): Colour => {
        const at = 4 * (Math.floor((y + scrollY) * density) * image.width + Math.floor((x + scrollX) * density))
        return [pixels[at], pixels[at + 1], pixels[at + 2], 1]
      }
      const parse = (text: string): Colour => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
        return [red, green, blue, text.startsWith('rgb') ? alpha : 0]
      }
      const luminance = (colour: Colour): number => {
        const [r, g, b] = colour.slice(0, 3).map((part) => {
          const share = part / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const contrast = (front: Colour, back: Colour): number => {
        const mixed = front.map((part, at) => part * front[3] + back[at] * (1 - front[3])) as unknown as Colour
        const [dim, bright] = [luminance(mixed), luminance(back)].sort((a, b) => a - b)
        return (bright + 0.05) / (dim + 0.05)
      }
      const opacity = (element: Element): number =>
        element.closest('svg') === element
          ? Number(getComputedStyle(element).opacity)
          : Number(getComputedStyle(element).opacity) * opacity(element.parentElement as Element)
      const paint = (element: SVGElement, which: 'fill' | 'stroke'): Colour => {
        const style = getComputedStyle(element)
        const [red, green, blue, alpha] = parse(style[which])
        return [red, green, blue, alpha * Number(style[`${which}Opacity`]) * opacity(element)]
      }
      const nameOf = (element: Element): string =>
        [
          element.tagName,
          ...(element.classList.length ? element.classList : [`in ${element.parentElement?.parentElement?.className}`]),
        ].join('.')

      /** Against each colour that fills a tenth of a text's box, or its halo where it has one. */
      const ofText = (text: SVGTextElement): Seen | null => {
        const box = text.getBoundingClientRect()
        const style = getComputedStyle(text)
        if (!text.textContent?.trim() || box.width === 0 || style.visibility === 'hidden') return null
        const scale = (text.getScreenCTM() as DOMMatrix).a
        const size = Number.parseFloat(style.fontSize) * scale
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
        const halo = style.paintOrder.startsWith('stroke') ? paint(text, 'stroke') : null
        const counts = new Map<string, number>()
        let all = 0
        if (halo?.[3] === 1) counts.set(halo.join(), ++all)
        else
          for (let y = box.top + 1; y < box.bottom - 1; y += 1 / density)
            for (let x = box.left; x < box.right; x += 1 / density) {
              const key = pixel(x, y).join()
              counts.set(key, (counts.get(key) ?? 0) + 1)
              all++
            }
        const grounds = [...counts].filter(([, count]) => count >= all / 10)
        const ratios = grounds.map(([key]) =>
          contrast(paint(text, 'fill'), key.split(',').map(Number) as unknown as Colour),
        )
        return {
          kind: 'text',
          name: `${nameOf(text)} “${text.textContent}” ${size.toFixed(1)}px`,
          ratio: Math.min(...ratios),
          least: large ? 3 : 4.5,
        }
      }

      /** Along its outline, against the better of the two sides; the tenth that stands out least is left out: it crosses others there. */
      const ofMark = (mark: SVGGeometryElement): Seen | null => {
        const style = getComputedStyle(mark)
        const stroked = style.stroke !== 'none' && Number.parseFloat(style.strokeWidth) > 0
        const colour = paint(mark, stroked ? 'stroke' : 'fill')
        const length = mark.getTotalLength()
        if (
          mark.matches(noMark) ||
          colour[3] === 0 ||
          length === 0 ||
          style.visibility === 'hidden' ||
          mark.getClientRects().length === 0
        )
          return null
        const matrix = mark.getScreenCTM() as DOMMatrix
        const scale = style.vectorEffect === 'non-scaling-stroke' ? 1 : matrix.a
        const off = 0.75 + (stroked ? (Number.parseFloat(style.strokeWidth) * scale) / 2 : 0)
        const place = (at: number): DOMPoint => mark.getPointAtLength(at).matrixTransform(matrix)
        const ratios: number[] = []
        for (let step = 0; step < 40; step++) {
          const at = ((step + 0.5) / 40) * length
          const [here, next] = [place(at), place(at + length / 1000)]
          const [dx, dy] = [next.x - here.x, next.y - here.y]
          const way = Math.hypot(dx, dy)
          if (way === 0 || way > (length / 500) * matrix.a) continue
          const [nx, ny] = [(-dy / way) * off, (dx / way) * off]
          ratios.push(
            Math.max(
              contrast(colour, pixel(here.x + nx, here.y + ny)),
              contrast(colour, pixel(here.x - nx, here.y - ny)),
            ),
          )
        }
        ratios.sort((a, b) => a - b)
        return {
          kind: 'mark',
          name: `${stroked ? '' : 'fill '}${nameOf(mark)}`,
          ratio: ratios[Math.floor(ratios.length / 10)] ?? 21,
          least: 3,
        }
      }
      const inFigures = (selector: string): SVGElement[] =>
        [...document.querySelectorAll<SVGElement>('figure svg')]
          .filter((svg) => svg.checkVisibility())
          .flatMap((svg) => [...svg.querySelectorAll<SVGElement>(selector)])
      const found = [
        ...inFigures('text').map((text) => ofText(text as SVGTextElement)),
        ...inFigures('path, rect, circle, ellipse, line, polyline, polygon').map((mark) =>
          ofMark(mark as SVGGeometryElement),
        ),
      ]
      return found.filter((each) => each !== null)
    },
    [picture, noMark],
  )
}
