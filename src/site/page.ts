/**
 * What every page does with a script: the reader's colours, the language switch, copying, and links that set a figure.
 * What a reader may never need comes when it is needed: the search, and saying where in the page one is.
 */
const { dataset } = document.documentElement

for (const input of document.querySelectorAll<HTMLInputElement>('#theme input')) {
  input.checked ||= input.value === dataset.theme
  input.addEventListener('change', () => {
    dataset.theme = input.value
    try {
      if (input.value) localStorage.theme = input.value
      else delete localStorage.theme
    } catch {
      // a browser that refuses storage keeps the choice until the next page
    }
  })
}

addEventListener('click', (event) => {
  const at = <E extends HTMLElement>(selector: string): E | null => (event.target as Element).closest<E>(selector)
  // the other language shows the same place and the same states of figures
  const language = at<HTMLAnchorElement>('[data-language]')
  if (language) {
    language.search = location.search
    language.hash = location.hash
  }
  at('.tocbar a')?.closest('details')?.removeAttribute('open')
  const copy = at('[data-copy], .anchor')
  if (copy) void copyFrom(copy)
  const link = at<HTMLAnchorElement>('[data-try]')
  const figure = link && document.getElementById(link.dataset.try ?? '')
  if (figure && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault()
    setFigure(figure, link.search.slice(1))
  }
  if (at('[data-find]')) find()
})

async function copyFrom(copy: HTMLElement & { readonly href?: string }): Promise<void> {
  const { copy: id, done = '✓', failed = '✗' } = copy.dataset
  const { textContent: name } = copy
  const text = copy.href ?? document.getElementById(id!)!.textContent
  copy.textContent = await navigator.clipboard.writeText(text.trim()).then(
    () => done,
    () => failed,
  )
  setTimeout(() => {
    copy.textContent = name
  }, 1600)
}

/** Puts a figure into the state that a phrase describes, without leaving the sentence more than needed. */
function setFigure(figure: HTMLElement, query: string): void {
  const kept = location.search
    .slice(1)
    .split('&')
    .filter((part) => part && !part.startsWith(`${figure.id}.`))
  history.replaceState(null, '', `?${[...kept, query].join('&')}${location.hash}`)
  dispatchEvent(new Event('popstate'))
  const { top, bottom } = figure.getBoundingClientRect()
  if (bottom < 200 || top > innerHeight - 200) figure.scrollIntoView()
}

const find = (): unknown => import('./finding/dialog.ts').then((dialog) => dialog.openSearch())
addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event
  const typing = (target as Element).matches(':read-write')
  if (ctrlKey || metaKey ? key.toLowerCase() !== 'k' : key !== '/' || typing || altKey) return
  event.preventDefault()
  find()
})

const read = (): unknown => import('./reading.ts')
if (scrollY) read()
else addEventListener('scroll', read, { once: true })

addEventListener('beforeprint', () => {
  for (const answer of document.querySelectorAll<HTMLDetailsElement>('.check details')) answer.open = true
})
