/** Runs in the head before the first paint: marks that scripts run, and applies the reader's choice of colours. */
export const headScript =
  "{const{classList,dataset}=document.documentElement;classList.add('js');try{dataset.theme=localStorage.theme??''}catch{}}"
