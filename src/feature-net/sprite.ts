/** Patches of a channel lie in so many rows of so many, with a transparent pixel between. */
export const patchSide = 3

/** The side of the block of one channel's patches, in pixels of the sprite. */
export const blockSide = (field: number): number => patchSide * field + patchSide - 1

/** Blocks in one row of a stage's sprite: one a channel, in order. */
export const blocksAcross = (channels: number): number => Math.ceil(Math.sqrt(channels))

/** A test image that excites a channel: its place in the test set, its class, the unit, and the unit's activation. */
export type PatchFact = readonly [image: number, label: number, row: number, column: number, value: number]
/** By stage and channel, strongest first, as the files of patches hold them. */
export type PatchFacts = readonly (readonly (readonly PatchFact[])[])[]
