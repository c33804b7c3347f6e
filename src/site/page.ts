/** What every page does with a script: the reader's colours, the language switch, copying, and links that set a figure. */
const theme = document.getElementById('theme')
const root = document.documentElement

for (const input of theme?.querySelectorAll('input') ?? []) input.checked = input.value === (root.dataset.theme ?? '')
theme?.addEventListener('change', (event) => {
  const { value } = event.target as HTMLInputElement
  if (value) root.dataset.theme = value
  else delete root.dataset.theme
  try {
    if (value) localStorage.setItem('theme', value)
    else localStorage.removeItem('theme')
  } catch {
    // a browser that refuses storage keeps the choice until the next page
  }
})

/** The other language shows the same place and the same states of figures. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    link.search = location.search
    link.hash = location.hash
  })
}

document.addEventListener('click', async (event) => {
  const target = event.target as Element
  const copy = target.closest<HTMLElement>('[data-copy], .anchor')
  if (copy) {
    const { copy: what = copy.getAttribute('href') ?? '', done = '✓', failed = '✗' } = copy.dataset
    const text = what.startsWith('#')
      ? new URL(what, location.href).href
      : (document.getElementById(what)?.textContent ?? '')
    const name = copy.textContent
    const said = await navigator.clipboard.writeText(text.trim()).then(
      () => done,
      () => failed,
    )
    copy.textContent = said
    setTimeout(() => {
      copy.textContent = name
    }, 1600)
  }
  const link = target.closest<HTMLAnchorElement>('a[data-try]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) setFigure(event, link)
})

async function find(): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search')
  const { openSearch } = await import('./finding/dialog.ts')
  if (dialog) openSearch(dialog)
}
document.querySelector('[data-find]')?.addEventListener('click', find)
document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest?.(
    'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select',
  )
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
  if (!slash && !ctrlK) return
  event.preventDefault()
  void find()
})

/** Puts a figure into the state that a phrase describes, without leaving the sentence more than needed. */
function setFigure(event: Event, link: HTMLAnchorElement): void {
  const id = link.dataset.try ?? ''
  const figure = document.getElementById(id)
  if (!figure) return
  event.preventDefault()
  const own = new URLSearchParams(link.search)
  const kept = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !part.startsWith(`${id}.`))
  const query = [...kept, ...[...own].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join('&')
  history.replaceState(history.state, '', `${location.pathname}?${query}${location.hash}`)
  dispatchEvent(new Event('figureaddress'))
  const box = figure.getBoundingClientRect()
  const away = box.bottom < 200 || box.top > innerHeight - 200
  if (away) figure.scrollIntoView({ block: 'start' })
}
