import { basename } from 'node:path'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/** Which stylesheet owns a module's name: pages made on the server write the same class names, so they must be plain and unique. */
const owners = new Map<string, string>()

/** `about.module.css` and `.hero` make `about_hero`; a second `about.module.css` is refused. */
function scopedName(local: string, file: string): string {
  const path = file.split('?')[0] ?? file
  const name = basename(path, '.module.css')
  const owner = owners.get(name) ?? path
  if (owner !== path) throw new Error(`Two style modules are called ${name}.module.css: ${owner} and ${path}`)
  owners.set(name, path)
  return `${name}_${local}`
}

/** The content security policy allows no style attribute in markup: fixed styles are set by script, like changing ones. */
const strict: object = { inlineStyles: false }

export default defineConfig({
  root: 'client',
  plugins: [solid({ solid: { ...strict } })],
  css: { modules: { generateScopedName: scopedName } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The floor is what can do light-dark(), popover and :has(): Baseline of early 2025.
    target: ['chrome131', 'edge131', 'firefox133', 'safari18.2'],
  },
})
