/** Runs in the head before the first paint: marks that scripts run, and applies the reader's choice of colours. */
export const headScript =
  "document.documentElement.classList.add('js');try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}"
