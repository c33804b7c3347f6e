import { type Entry, search } from './search.ts'

/** Runs the dialog: loads the index once, shows what fits as the reader types. */
export function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search')
  if (!dialog || dialog.open) return
  dialog.showModal()
  const input = dialog.querySelector('input')
  if (!input || dialog.dataset.ready) {
    input?.select()
    return
  }
  dialog.dataset.ready = 'yes'
  let index: Promise<Entry[]> | undefined
  const load = (): Promise<Entry[]> => {
    index ??= fetch(dialog.dataset.index ?? '').then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.json() as Promise<Entry[]>
    })
    index.catch(() => {
      index = undefined
    })
    return index
  }
  input.addEventListener('input', () => void show(dialog, input.value, load))
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close()
  })
  dialog.addEventListener('keydown', (event) => move(dialog, event))
  void load().catch(() => say(dialog, dialog.dataset.failed ?? ''))
}

function say(dialog: HTMLDialogElement, text: string): void {
  const status = dialog.querySelector('.found')
  if (status) status.textContent = text
}

async function show(dialog: HTMLDialogElement, query: string, load: () => Promise<Entry[]>): Promise<void> {
  const list = dialog.querySelector('.hits')
  if (!list) return
  try {
    const hits = search(await load(), query)
    if (dialog.querySelector('input')?.value !== query) return
    list.replaceChildren(...hits.map(hit))
    const { none = '', count = '' } = dialog.dataset
    say(dialog, query.trim() === '' ? '' : hits.length ? count.replace('{n}', String(hits.length)) : none)
  } catch {
    say(dialog, dialog.dataset.failed ?? '')
  }
}

function hit(entry: Entry): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = entry.url
  const part = (tag: string, text: string): HTMLElement => {
    const element = document.createElement(tag)
    element.textContent = text
    return element
  }
  link.append(part('small', entry.kind), part('b', entry.title), part('span', entry.text.slice(0, 90)))
  item.append(link)
  return item
}

/** Arrow keys walk from the field through the hits and back. */
function move(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  // a search field would use the first Escape to empty itself
  if (event.key === 'Escape') dialog.close()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...dialog.querySelectorAll<HTMLElement>('input, .hits a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
