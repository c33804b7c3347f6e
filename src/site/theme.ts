/** Runs in the head before the first paint: marks that scripts run, and applies the reader's choice of colours. */
export const headScript =
  "{const e=document.documentElement;e.classList.add('js');try{e.dataset.theme=localStorage.theme??''}catch{}}"
