/** `npm start`: serves the built site under its base path and prints the address. */
import { resolve } from 'node:path'
import { pagesServer } from './server.ts'

const base = process.env.BASE_PATH || '/conv-faq'
const port = Number(process.env.PORT ?? 4321)
const server = pagesServer(resolve('dist'), base)
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT to another one.` : error.message)
  process.exit(1)
})
server.listen(port, () => console.log(`\n  http://localhost:${port}${base.replace(/\/$/, '')}/\n`))
