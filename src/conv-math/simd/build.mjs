// Compiles the kernel and writes its bytes as TypeScript: the package stays without files beside its modules.
import { writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const options = '-O3 --noAssert --runtime stub --enable simd --initialMemory 4'.split(' ')
let wasm
const { error, stderr } = await asc.main(
  ['add-four-rows.ts', '--baseDir', import.meta.dirname, '--outFile', 'kernel.wasm', ...options],
  {
    writeFile: (_, contents) => {
      wasm = contents
    },
  },
)
if (error) throw new Error(stderr.toString(), { cause: error })
const lines = []
for (let at = 0; at < wasm.length; at += 24) lines.push(`  ${[...wasm.subarray(at, at + 24)].join(', ')},`)
writeFileSync(
  new URL('../src/simd-bytes.ts', import.meta.url),
  `/** WebAssembly of ../simd/add-four-rows.ts, written by ../simd/build.mjs: ${wasm.length} bytes. */
// biome-ignore format: bytes
export const simdBytes: Uint8Array = Uint8Array.of(
${lines.join('\n')}
)
`,
)
console.log(`simd-bytes.ts: ${wasm.length} bytes of WebAssembly`)
