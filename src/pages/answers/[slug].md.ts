import type { APIRoute, GetStaticPaths } from 'astro'
import { markdownOf } from '#site/finding/plain-answer.ts'
import { type Answer, answersOf } from '#site/nav.ts'

export const getStaticPaths = (async () =>
  (await answersOf('zh')).map((answer) => ({
    params: { slug: answer.data.slug },
    props: { answer },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<{ answer: Answer }> = ({ props }) => new Response(markdownOf(props.answer, 'zh'))
