import type { APIRoute } from 'astro'
import { searchIndex } from '#site/finding/search-index.ts'

export const GET: APIRoute = async () => new Response(JSON.stringify(await searchIndex('zh')))
