import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const source = z.strictObject({
  authors: z.string(),
  title: z.string(),
  where: z.string(),
  url: z.url(),
})

const answers = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{zh,en}/**/*.mdx',
    deferRender: true,
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    title: z.string().min(2),
    /** Where a long title may break, as the title with | at the joints. */
    titleBreaks: z.string().optional(),
    order: z.int().min(1).max(14),
    id: z.string().min(2),
    slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
    aliases: z.array(z.string()),
    /** The title in the other language. */
    term: z.string(),
    hint: z.string(),
    /** The answer that one would say in an interview: plain text. */
    short: z.string(),
    seconds: z.int().min(5).max(60),
    sources: z.array(source).min(1),
  }),
})

export const collections = { answers }
