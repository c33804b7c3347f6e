import type { PatchFacts } from '#feature-net/sprite.ts'
import type { WeightsName } from '#feature-net/worker.ts'
import imagesUrl from './data/images.bin?url'
import randomUrl from './data/patches-random.json?url'
import random0 from './data/patches-random-0.png?url'
import random1 from './data/patches-random-1.png?url'
import random2 from './data/patches-random-2.png?url'
import trainedUrl from './data/patches-trained.json?url'
import trained0 from './data/patches-trained-0.png?url'
import trained1 from './data/patches-trained-1.png?url'
import trained2 from './data/patches-trained-2.png?url'
import weightsUrl from './data/weights.bin?url'

/** Where a page finds the network's files. */
export { imagesUrl, weightsUrl }

/** The pictures of the most exciting patches, by stage. */
export const sprites: Readonly<Record<WeightsName, readonly string[]>> = {
  trained: [trained0, trained1, trained2],
  random: [random0, random1, random2],
}

/** What the patches are, fetched when asked for. @throws when the connection fails or the server refuses */
export async function loadPatches(name: WeightsName): Promise<PatchFacts> {
  const response = await fetch(name === 'trained' ? trainedUrl : randomUrl)
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.json() as Promise<PatchFacts>
}
