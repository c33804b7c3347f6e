/** Says where the reader is, from the first scroll on: in the contents beside the text, and in the bar above it. */
const articles = [...document.querySelectorAll<HTMLElement>('.answer')]
const place = document.querySelector('.tocbar .place')
const cells = [0, 1, 2, 3, 5, 6, 7, 8]

function say(question: string, title: string): void {
  for (const entry of document.querySelectorAll<HTMLElement>('.toc [data-entry]')) {
    const here = entry.dataset.entry === question
    entry.classList.toggle('here', here)
    const link = entry.querySelector('a')
    if (here) link?.setAttribute('aria-current', 'true')
    else link?.removeAttribute('aria-current')
  }
  for (const mark of document.querySelectorAll('.toc .nine-mark, .tocbar .nine-mark')) {
    ;[...mark.children].forEach((cell, at) => {
      if (at !== 4) cell.setAttribute('class', cells[Number(question) - 1] === at ? 'nine-here' : 'nine-cell')
    })
  }
  if (place) place.innerHTML = ''
  const number = document.createElement('b')
  number.textContent = question
  place?.append(number, ` ${title}`)
}

let current = ''
function update(): void {
  const line = innerHeight * 0.35
  const article = articles.findLast((each) => each.getBoundingClientRect().top < line) ?? articles[0]
  const question = article?.dataset.question ?? ''
  if (question !== current) {
    current = question
    say(question, article?.querySelector('h2 .name')?.textContent ?? '')
  }
  const headings = [...(article?.querySelectorAll<HTMLElement>('h3[id], .short[id]') ?? [])]
  const heading = headings.findLast((each) => each.getBoundingClientRect().top < line)
  for (const link of document.querySelectorAll('.toc .here ol a')) {
    const here = heading && decodeURIComponent(link.getAttribute('href') ?? '') === `#${heading.id}`
    if (here) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
  }
}

/** What is above the reader takes its own height when the browser has time, so that a reload finds the same place. */
const rooms = document.querySelectorAll<HTMLElement>('[data-question], [data-question] .body')
let settled = 0
let settling = false
function settle(): void {
  const room = rooms[settled]
  settling = (room?.getBoundingClientRect().top ?? 0) < 0
  if (!settling) return
  room.style.contentVisibility = 'visible'
  settled++
  requestIdleCallback(settle)
}

let waiting = false
addEventListener(
  'scroll',
  () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      update()
      if (!settling && CSS.supports('overflow-anchor: auto')) settle()
    })
  },
  { passive: true },
)
update()

export {}
