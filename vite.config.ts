import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa'
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

/** Whether a module's path holds one of these. */
const any = (...paths: string[]) => new RegExp(paths.join('|'))

/**
 * Small parts that many pages share come in few files, so that a page is a handful of requests. Each group may import from
 * those above it only: two files that import each other would run before they are whole.
 */
const groups = [
  {
    // What everything stands on.
    name: 'base',
    test: any(
      'node_modules/(solid-js/(dist|web)|@solidjs|@solid-primitives)|preload-helper',
      'client/(styles|session|api/(http|reach)|lib/(i18n|next|page|patiently))',
      'client/(ui/(button|live|skeleton|slip|toast)|locales/en/(shell|ui)\\.)|shared/locales/en/warning-label',
    ),
  },
  {
    // What reading pages share.
    name: 'page',
    test: any(
      'shared/(lazily|text/(?!word-diff|emoji-codes|face|host|languages))',
      'client/(ui/(badge|empty|time)|lib/(language-name|loaded|looking|reason))',
      'client/features/(about/load|panic/alerts|shell/(nameplate|narrow|refused|skip-link|waiting))',
    ),
  },
  {
    // What forms share.
    name: 'form',
    test: any(
      'client/ui/(arrival|dialog|field|form|password-field)',
      'client/lib/(fragment|key|mail-address|password|settled|submit)',
      'client/features/shell/failed',
    ),
  },
  {
    // What stands round the pages of the shell, and what members read and write with.
    name: 'member',
    test: any(
      'shared/(limits|text/(emoji-codes|face|host|languages))|client/(lib/(beside|moving)|ui/(avatar|chip|emoji|menu|tabs))',
      'client/locales/en/(completion|composer|install|mediation-entry|pictures|relations|rule-notices|timelines)\\.',
      'client/features/(house/paths|mediation/(waiting|paths)|notices/unread|notifications/unread)',
      'client/features/media/(viewer-place|viewing)',
      'client/features/shell/(counts|install-hint|installing|main|nav|not-read|rail|settings-tabs|shell\\.module)',
      'client/api/(held|live|socket|stream|upload)|client/features/completion/completes',
      'node_modules/(@tanstack|blurhash|virtua)',
      'shared/(poll-percent|talk|thread-order|warnings|locales/en/(media|polls|posts|profile|quotes|reading))',
      'client/(api/(client|keys|once|pages|store)|locales/en/(evidence|filters|keepsakes|lists|pause-entry|warnings)\\.)',
      'client/features/(filters/(filtered|found|menu)|relations/(?!people-feed|languages)|threads/(?!elsewhere)|timelines/(?!fresh-counts|servers-list)|polls/poll|quotes/(quoted|menu))',
      // what is fetched when it is first asked for stays apart
      'client/features/composer/(?!again-box|edit-box|outbox|take-shared|guess-language|later-fields|poll-fields|redraft|tray|focus-picker|preview|emoji-picker)',
      'client/features/cards/(card|menu)|shared/locales/en/cards',
      'client/features/media/(blur|cover|focus|pictures|tile)',
      'client/features/statuses/(?!boost-question|history|kept-posts|plain|redraft-question)',
      'client/features/(evidence/keep|mediation/entry|pauses/(act|hint|menu))',
      'client/features/(rules/(first-words|fitting|notice)|warnings/(choices|topics)\\.ts)',
    ),
  },
]

/** Pages that visitors open first, and what stands round the others: their parts are asked for together with them. */
const first = /^assets\/(about|account|confirm|login|rules|shell|welcome)-/

/**
 * What is fetched beside a page. The first file lists it for every page, so a visitor would pay for the names of all that
 * members open; those find most of their parts here already, and need their styles before they show.
 */
const fetchedAhead = (file: string, parts: string[]): string[] =>
  first.test(file) ? parts : parts.filter((part) => part.endsWith('.css'))

/** The content security policy allows no style attribute in markup: fixed styles are set by script, like changing ones. */
const strict: object = { inlineStyles: false }

/** What nobody opens without a network, or few people ever: it is fetched when it is opened, and kept by the browser then. */
const seldom = any(
  '^\\.\\./node_modules',
  '^pages/(house|join|moderation|mediation/(?!help)|reports|rules/(diff|history|leave)|settings/(account|community|moving|rules|safety|topics))',
  '^pages/(address|appeal|confirm|evidence|forgot|guest|left|papers|people|reset|setup|transparency)\\.',
)

interface Part {
  file: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  css?: string[]
}

/** Where the client is built to: the place that is told on the command line. */
let target = ''
const whereTo: Plugin = {
  name: 'where-to',
  configResolved({ root, build }) {
    target = resolve(root, build.outDir)
  },
}

/** The files of the client that the worker puts on a device at once: what people read and write with. */
function filesAtOnce(): Set<string> {
  const parts: Record<string, Part> = JSON.parse(readFileSync(join(target, '.vite/manifest.json'), 'utf8'))
  const files = new Set(['index.html'])
  const seen = new Set<string>()
  const take = (name: string) => {
    const part = parts[name]
    if (!part || seen.has(name)) return
    seen.add(name)
    for (const file of [part.file, ...(part.css ?? [])]) files.add(file)
    for (const other of part.imports ?? []) take(other)
  }
  for (const [name, { isEntry, isDynamicEntry }] of Object.entries(parts)) {
    if ((isEntry || isDynamicEntry) && !seldom.test(name)) take(name)
  }
  return files
}

/** Our own service worker, given the list of the client's files; the server names the app, and the page registers it. */
const worker: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: '.',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: false,
  injectManifest: {
    globPatterns: ['index.html', 'assets/*.{js,css}'],
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      (entries) => {
        const atOnce = filesAtOnce()
        return { manifest: entries.filter(({ url }) => atOnce.has(url)), warnings: [] }
      },
    ],
  },
}

export default defineConfig({
  root: 'client',
  plugins: [solid({ solid: { ...strict } }), whereTo, VitePWA(worker)],
  css: { modules: { generateScopedName: scopedName } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: fetchedAhead },
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups } } },
    // The floor is what can do light-dark(), popover and :has(): Baseline of early 2025.
    target: ['chrome131', 'edge131', 'firefox133', 'safari18.2'],
  },
})
