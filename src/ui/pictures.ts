/**
 * Real photographs in numbers, small enough to compute with on the server and in the page: row-major bytes, base64.
 * Both are CC0, from scikit-image's data: camera by Lav Varshney, cut to the man and his camera; cat (chelsea) by Stefan van der Walt.
 */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly bytes: string
}

export const camera: Picture = {
  width: 40,
  height: 40,
  channels: 1,
  bytes:
    'zs7Ozs3Nzc3MzMvLysrKycnJycnJyMnIyMjIyMjIyMfIx8fHx8bGxtDR0M/Pz87Ozs7Ozc3MzMvKysnJycnJycnKycnJycnJyMjIyMjHx8fP0dHQ0NDQ0dHR0M/Ozs3MzM/OysrKysrKysrKysrKysnJycnJycjIzs7Pz9DQ0dLR0tLS0dDO0cm1uszNzszLzMvLy8vLysrKysrKysrJyc/Pz8/Pz87Pz8/Q0NDR2KZqRkhWgqvI0cvMzMzMzMzMy8vLy8vLysrR0NDQ0NDP0M/Pz8/Q0XQuKSYZGh0vZrjRzM3Nzc3MzMzMzMzMzMzL0tLS0tLR0tHR0dDO1mYRKDktKiQfFRM2s9PNzs7Ozc3Nzc3MzMzMzNPT09LS0tLS0tLO4YIDIjUwLDQyIxUdFUC10c7Q0M/Pzs7Ozc3Nzc3T09PT09PT09HQ2awXDB4vOzI2PDIcGSESQrvQzs/Pz8/Pz8/Ozs7O1NTU1NTU1NHY2NpKCBwbHik6MjtBLRYaGgxUzdDP0NDPz8/Pz8/Pz9XV1dXU09LgwFU6GhQUDhUTHS01Pi4bIhsVE5HXz9DQ0NDQ0NDQ0NDW1dPU19jfmS8WDA4MDg8TGRUYLTwkIyofFQxM1NHR0dHR0dHR0dDQ1Nnh38zPlRwjJhoPDAwLCxUUFCUuHhkiFxURTdfS0tPS0tLS0tLS0uPOl107MCIkJx4aFQwPP0UOCAsdRWMyICYsRHDa0dPT09LT0tPT09N3OR4dIRseJSUhFBUML5JaLw0jY36hnWk7V8DF2NfX2NnZ1tbV1NTTHSAmJiMfHCUlIRIQDSmXdV8jXpJ0aH51RD2Jo7i+xr2wq7agzNbU1SglIyEgHhklIiAnIgUVmqxpK2uVkmM0Qn1QUnFxn83Fw861f8bZ1NUlIyEhIR4ZIiEhI5ArHUV/aGVykLapkcPSxX6YocDe3NncrlvH2dXVIyAhIiIgGCAgJBGNkjAyOGBnaIOZrae10dN7yNTMure3saXO3tbX1iQgHyEhJBgeISEaQNZUQD9XZmdzj6KQlqjFXoibraumqKKap8jb1dwjIB4eHCEbICAfIxjDo0E6OVZla4GPn2ur2kRcnqWqrq2cjzlZ3d63HCAdHhkcHR8jIiQTePlULSk4UFRlbWel9e/NcFZmbHOBh3YwKeC2iBceHh8aGB8VFCAgGDqpkkw1JTFKVWFaodTK0sNmMjs3KEEqLzy6j6cXGx4dGxUcHxYeHhovoaVwIAsKKldfIGWSioqLLhYUKTo1ESUrd5mfHBgbGhwUGBwgHh8dJM3yUgoqJhkdLTWHl5SUm0kGEQU5SBcVPY2PcRQdGxsbFBUVGh4dIRKqoiMuLzMzLzU4eIyFiXJBPUkgRT4aMF6IhFEQExsaGRYSFRQfHR0bPy0mKy0yNDJCNkd2hHwPACIuAklJFjlyfmdXGhERGBUYEBYQGRwoMzAvLC0vLzIwMzY5THE2AQ0AMkMuPiNZc1JRWxsaEQ8SFxEVExAQITEtLysvLC0wKh0TJ2mqVwoMAE6HNSYkSUJET0saHBsPDhgSExYVGxIqKywnKy8oKxoDABd4sjcDCwNIiDlRTlKZsWBMGBocFA4ZERQaHiAYISwgISQsJiMIBgMRm1IADAgAPpxIfJzA+f/MlhoZHQ8QGRkcGxweHhooIhMeKyINDQcDCDsFBA5OTUx8UH2kpKanqaEaGRcTFxkbHxgbHR4dHSALEh0QCxgJBgYABQ4AZOReXIGjoZ+enZydGBoWEh8TGB8cGx0bHiMZBAYMEhkWFxQEBwoIBRCta1ttrJ+gnp+emx4fHhUeGg4cHRweGyAiJBEGFxsYFRkRCAsSBAcBKmSVQaihop+goJ4ZHB0UGyERFBsbHRweICYfGBwZGBUXFw4NEAUGCgVLoCSUo6Gho6OlGBgbGBseGBIbGhwcHR0fIx8bGhUSEBcMEQ0EBwwDQ55ko52hoqCfnxkZGRgdGxcUGhsbGxwoJx0eGxoUExEWChIJBAoNADezoqqnpqShoqAXGBUXHRoVFhkaHCUvKxsSHBsNDw4RFwsPBQUMASt1qpykpKCkpJ+gFxkWGBwaFhcXFh0jEwoTHBVGZhEGBxQOCAUIBz6giqSeop+enZ6bmg==',
}

export const cat: Picture = {
  width: 32,
  height: 32,
  channels: 3,
  bytes:
    'sox1q4ZvnHVekGZLkmpOlW5QlW5OkWpNgFk+i2VHflk8gV1BjWlMi2hOmnlioHxgXkMvSTIkmHRZeVg9WzwlcE41c1A3SDAdWTgejWM+iWA7kGZBlnBQlW9doHlup4F5mHBWmXFYkGdOn3Zalm5SiGFHgVo/dE40iGNHh2JHimZKjWpOgF1EhGFIjGtUl3Vbh2RHelpCqYRmbE02ZUQsdlQ8a0s0Z0YuZEMqhVw6d08wf1Y1mnRSoHtjp4Nzp4N3kWpPoHpdm3VYj2dMgFc7hF0+iGBDk2xOimVHiWNGelc9cU82jGdLfVo/eVtHkXFagF1BVzkkmHVbl3RagFtAZkYsWzskeVY6fVo+eVY6eFI2e1Ixi2RDp4JisY95q4d3oHlbnHVYiWJFg1k8gVc5kmlHk2xNlm5NeFI1d1I3b0owf1o9lHBVjGlQlHJblHFWjGVEdlU6e1c7nnpfl3RXcUwxcU0zimdKlHFUd1M3gV0+fVY3glo4lHFTo4BmrYp2nXhalnBQhVw+il89lmxIoHhVhl09flIxhlw6g1k4fk8sjmRBlnJWlnRcmnddfVtBh18/q4VldVI0eFY9lHJYZEMreFM5jWpOhWNJUTIbg2BDgl5AiWVHm3hbp4Nnp4NphmFFjWZHkmpIk2lEnHNNkGVEgVQxgE8qiFozhFUue0skf1Y0lHBVmnddmnVXcUkseE4tq4Vml3NWZ0UsjmtRbksxdVA0iGVJcFI7cE0vk29Th2RJnXxjoX9lpIBkqIJlk3BSiGJClm5JmnFNoXhVlWlFi103hFcyjWNBhV1AeU0qglc0lG1Qnnlfm3RTfE0mhlYup39fs41waEQrh2NIg2JGiGJDi2ZKZkgvk25PnXpeimlOoYFspYNplXJUrYhtgV1Bk21MmnNQonhRpHlTmW9KsIholm9TkGlLoXtdfVQ1hFgznHVWo39kn3RQd0YdkF4ztotovJZ6a0QnjGZJgF9EfVY3nHJSaEIko3pZon5jfVg8k3FYq4lvlnJVmHVbon9hnXdVoHhQpXpSqYBdrohtu5Z8sYxyp4FmpH5hoX5imHFRnXVYqYJnmmxEdkIZoW0+wpZwv5Z1glUxkmtLhmJGeksqrn9Yhlk1oHdXs49xhVo0lG5OrI13pIFlmnNPglg4il46mmxDqn9btYxttIprk2tNflo8eFQ1d1M0iV8+n3RVqIBksIlrmGdBfkYatIFRwpZ0to1ronZSnHJQjWRBoWw+vo9nonZQoXZTvZh8jWA5k2c+sI94qYp0oHtZhVIrils4n25FpnJCoG1GVCwaOx8HZEEZXkEaQS0NKRkDMx4Ha0kws4Zno3NKkVotsYFXsoZhsIZmsYpqqYFgmmxEt4RYwpRwuZBwsIZjw52Cm29Kj2A1sY91qIdun3tanGc5pXhPuo5swZNqpndURCYXiGQylng/gmxFTElJHh8fKSEMNSECZUAlqXdYqXxfsoRiq35doXdXo3xgrIdsroNcuoZWuYlgupV6rYhsupN1oHNMmWxDuJV6t5F1so1xkl0vnG1DsYdkxZp3qX5dUzQZmnk9jndBe21XGxkdKiIiNC0daEseNx8DbkcysYVvsYVtrYFin3VanXdboHxhqYFhv4xfvY9otY90nHZZqoJkq3xUqHpPm3hZimhOnXphmWg6kl8xonZOuZBuuY5rVjcckHI6i3Y+UUssBAQCExIQQTgke10sTDINOB4RroFqr4h1sIVonnNWmXNZmHNXonlZwpRtvI5mrYhtnXhbsYhtjGhMQjAZUj0eUDQXSCcRpnpTlmU4lmY6nnNNxJt4eFQ2cFQlkXo9XVIkBwoGFxYLVUUgh2ktVDkZLxcPoHVft5ODtIpxpnlXmnJWlnBWoXlbv5Bruo5pp4Fiq4Nli29TMykgHRkYVEQrgV8zXDUanG9Jh1YwjFs1flAtmm1JuIxmXT8fhmwylnw5WEUYX04kjXU2f18nSjQyMRcPi19JvpmJu5N7qXxYonhZkmtPonlXvY5ouYxpp4BhqIVrT0EdIRwVJx8eUkUvi28/cEksm2tFkmNAhlYwilw3glMtl2pEroNdc1Erc1gihWsshm41a1UmOSYeMh8fJw4CflI9vJeFvpZ8s4ZhqX1bnHNVonhXvY1jsoZhpn5fl3lfU0UeExYODAwJYlE3lX1Wckw3nXBNnG9MkWZEi105jWA9fE8umWtCsIJYkWdCYkAhRCcQOBwOTywZTScVOhoQckMsto10wpl8tYhlqn5dpHhWoXRQtoRXpHhRpH1dmXtealgpQDcYPjIalH1OdFo3flU+oHdfj2FBlmtJlWlEj2E9kWVBj2Q/jmI6rn1Pwo5fvoxhuYljsXpNgkcjUScZYDIXtYZgwJRxsINgrX5VqntSqHhPsoBRonVKr4Zjkm9SZ08fgmgugmw5YlAtVDEZvY5qonRThFY5hVQvl2tJk2dFk2dClGlEjGE9jmI7mmo6rn1MtYZZoWw/hkshdT4aYi4NmWAxrHpPr4FZrXlJsYBRtoNSuoRQqXhIqHxUgVY1XjcXUjgYUDUZaUUqtohlt41rhUkgeEIifkkmgEskh1UvkWQ+kmZDkWZElGlFmGtDlWU3l2U0mGQ2klksfkUdZjIQdjoQnGQ0pXJArHdDt4NPuoJLx49avY1el2c5bz4Zp3RHsoRds4Vfw5Rrp35ci2JAdj4dfkYlilg2kGA8j2A8j2NBiVo1jV87jmI+lWlGnHBInHBHnXBGmmc3h1UqazkViEoan2EoomoyrnhAt4BIu4FFy5dky5tun2w4cDwUl2Y4soJTnG9FnnNKjmU+iWE9mGpOlGNFj1o4ilg8ilo6glAueUgljl88i149iV06mm9Kp31XpXhOl2o/iFoygUoeeD8VhUcWnV4nqG40snY5un9AzJtuypptrnpFfEkejFwylmg6i2E5k2pDj2dCjGVCondconZdonJWom9RpHZbl2lMkWNCkmI+mGpEnXFNk2dEn3NLnW9HlWc+hlUsjFAgcTwVcTYPh0kZomIoq2wutXc2xpJix5dqq3Q9gE0hiFs0nHFHkGU+jWVBimA9iGRMnnFXn3FVp35prINusIRurYJqp3xhqHxZp3hPoXNMnXBIonVMnnJKnW5Dk1wvnF8oj1AedDgPeTkNlVQdp2gqsXMzwY1dxpVonmQscD4Yhlculm5Fh18+gVY1g11BmoF4mnBZonlipXxlqYBsrINtr4RsrYNrtItst4xmq31SpndKoGw8om9Cq3hGsHhAq2wwlFEcfz4PdDUKjE0an2MrqG0vuIZYxpx7n2Qtd0EYhlcsi2I8h18+h2BAknRbnod9lWdMontmqIFsrYd0so16s4x0tIxzroNgqXlMrHdDqnZBsHpEkVosi1gtrnU9q2svoFohg0AQajIOgkgel2Iyo244rH1PsohjnGQxgkcak2Ewi2A5k21KooJnnX9kmHxmf0krhVE1nnRfqYRyrol4rohytY50vZV0uIthnWc0m2Y2hlMnkFwvn2s+rnZBtn1GpGcyYSoHWS4RVjEaZz0lfFEylW1Ml3FQh1w1g0kcm2Yzg1YvnnpZoYJnlHRZk3NXlmlQiVk+kmZNpX9pq4d0rIdzupN3wJZ1v5RwvI5ivo5gqnhFnGc3hE8lq3I+vIhXvYlZbkMlPRsKYywVfzgbeDQXej4md0EoWCsVg1EnmGc4fFArnHZQn4FplHZclnZaondfkmNGe0QkhFE2n3dhsIx0u5V5sYNZqXVFqndLqHNHqHJFq3RDp3FDsn5Ruohfxpx6wZt+fVI/OBcLQRoJgy0LhCoKcCIDeEElpXtTkmQ6i182nnxcoINuoINuooVuqoNuqH9onnRalmlPlWpRontktZF3u5Fst4thrn5RpnA/mV4xm2Ezml8yqHJHtolrvZZ/u5iEtpOCZUM4SRgIdiUMZh4HbEMvp4Zyq4htl2xEoXhQrIpuoIRvnYFtm39ptpSEs5B/qIVxmnFZjF5DlWxVpYBpq4Nkp3hRpXZPonBHnmo+qHVJrHxUs4VhtYxysot3s499tZOFjWxhUh4NVxsKXzcnn39wqIh2lGxPiFcxlGpFoIBlnoJtk3lljnJd',
}

/** The picture's values from 0 to 1, planar: [channels, height, width]. */
export function pixels({ width, height, channels, bytes }: Picture): Float32Array {
  const text = atob(bytes)
  const values = new Float32Array(text.length)
  const plane = width * height
  for (let i = 0; i < text.length; i++)
    values[(i % channels) * plane + Math.floor(i / channels)] = text.charCodeAt(i) / 255
  return values
}

/** A grey picture averaged down to side × side, for an input of that size. */
export function shrunk(picture: Picture, side: number): { readonly side: number; readonly values: Float32Array } {
  const { width, height } = picture
  const from = pixels(picture)
  const values = new Float32Array(side * side)
  const shares = new Float32Array(side * side)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to = Math.floor((row * side) / height) * side + Math.floor((column * side) / width)
      values[to] += from[row * width + column]
      shares[to]++
    }
  }
  return { side, values: values.map((sum, at) => sum / shares[at]) }
}

interface Known {
  readonly name: string
  readonly side: number
  readonly values: Float32Array
}
let known: readonly Known[] | undefined

/** The pictures above, the camera at half its size, the channels of the cat and their grey: the files of public/pictures. */
function knownPictures(): readonly Known[] {
  const colours = pixels(cat)
  const plane = cat.width * cat.height
  const channel = (at: number): Known => ({
    name: `cat-${at}`,
    side: cat.width,
    values: colours.slice(at * plane, (at + 1) * plane),
  })
  const grey = channel(0).values.map(
    (red, at) => 0.3 * red + 0.59 * colours[plane + at] + 0.11 * colours[2 * plane + at],
  )
  return [
    { name: 'camera', side: camera.width, values: pixels(camera) },
    { name: 'cat', side: cat.width, values: colours },
    channel(0),
    channel(1),
    channel(2),
    { name: 'cat-grey', side: cat.width, values: grey },
    { name: 'camera-20', side: 20, values: shrunk(camera, 20).values },
  ]
}

/** The file that shows just these values, so that a page need not carry them; undefined if none does. */
export function pictureFile(values: ArrayLike<number>, width: number, height: number): string | undefined {
  known ??= knownPictures()
  const found = known.find(
    ({ side, values: those }) =>
      side === width &&
      side === height &&
      those.length === values.length &&
      those.every((v, i) => Math.abs(v - values[i]) < 0.002),
  )
  return found && `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pictures/${found.name}.png`
}
