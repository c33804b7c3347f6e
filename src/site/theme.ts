/**
 * Runs in the head before the first paint: marks that scripts run and how the page was come to (a reload must find its place
 * among answers as tall as they are), and applies the reader's choice of colours.
 */
export const headScript =
  "{const e=document.documentElement;e.classList.add('js',performance.getEntriesByType('navigation')[0]?.type);try{e.dataset.theme=localStorage.theme??''}catch{}}"
