import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { z } from 'zod'
import { type Answer, answer } from './answer.ts'
import { html, raw, type Safe } from './html.ts'

/** Where the built client lies. */
const CLIENT = join(import.meta.dirname, '../../dist/client')

const chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).optional(),
  imports: z.array(z.string()).optional(),
  isEntry: z.boolean().optional(),
})
const manifestShape = z.record(z.string(), chunk)
type Chunk = z.infer<typeof chunk>
type Manifest = z.infer<typeof manifestShape>

let manifest: Manifest | undefined

function readManifest(): Manifest {
  if (manifest) return manifest
  const path = join(CLIENT, '.vite/manifest.json')
  manifest = existsSync(path) ? manifestShape.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
  return manifest
}

/** Chunks and everything they import, each once; what is imported stands before what imports it. */
function withImports(names: readonly string[], seen = new Set<string>()): Chunk[] {
  return names.flatMap((name) => {
    const found = readManifest()[name]
    if (!found || seen.has(name)) return []
    seen.add(name)
    return [...withImports(found.imports ?? [], seen), found]
  })
}

const entryName = () => Object.entries(readManifest()).find(([, found]) => found.isEntry)?.[0]

/** The client's files that a page needs: its entry, the style sheets, and the programs that are asked for at once. */
function partsOf(page: readonly string[]) {
  const entry = entryName()
  const chunks = withImports([...(entry ? [entry] : []), ...page])
  const file = entry && readManifest()[entry]?.file
  return {
    entry: file,
    styles: [...new Set(chunks.flatMap(({ css }) => css ?? []))],
    ahead: chunks.map((chunk) => chunk.file).filter((name) => name !== file && name.endsWith('.js')),
  }
}

/** What a server-rendered page says about itself; what begins with `og:` there is for links shared elsewhere. */
export type Head = {
  title: string
  /** What of the title is its own, where the community's name stands with it. */
  name?: string
  /** The community's name. */
  site?: string
  type?: 'website' | 'profile' | 'article'
  description?: string
  url?: string
  image?: string
  /** What is to be seen on the picture. */
  imageAlt?: string
  /** Whether the picture is large enough to stand above the words. */
  isLarge?: boolean
  /** Other pages of the same person (https://microformats.org/wiki/rel-me). */
  me?: readonly string[]
  noindex?: boolean
  /** Where other pages ask what they may show of it (https://oembed.com). */
  embed?: string
  /** Where the page's Atom feed is. */
  feed?: string
  lang?: string
}

function metaTags({ title, description, url, image, noindex, feed, ...more }: Head): Safe {
  const { name = title, site, type, imageAlt, isLarge = false, me = [], embed } = more
  return html`<title>${title}</title>${[
    description &&
      html`<meta name="description" content="${description}"><meta property="og:description" content="${description}">`,
    html`<meta property="og:title" content="${name}">`,
    site && html`<meta property="og:site_name" content="${site}">`,
    type && html`<meta property="og:type" content="${type}">`,
    url && html`<link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`,
    image && html`<meta property="og:image" content="${image}">`,
    image && imageAlt && html`<meta property="og:image:alt" content="${imageAlt}">`,
    html`<meta name="twitter:card" content="${isLarge ? 'summary_large_image' : 'summary'}">`,
    me.map((address) => html`<link rel="me" href="${address}">`),
    feed && html`<link rel="alternate" type="application/atom+xml" href="${feed}">`,
    embed && html`<link rel="alternate" type="application/json+oembed" href="${embed}">`,
    noindex && html`<meta name="robots" content="noindex">`,
  ]}`
}

/**
 * A whole page: the head, the style sheets and programs of the client's entry and of `page` (source files such as
 * `pages/about.tsx`), and `content`, which the client replaces when it has mounted. With `client` false no script
 * is loaded.
 */
export function document(
  head: Head,
  content: Safe,
  { page = [], client = true }: { page?: string | readonly string[]; client?: boolean } = {},
): Safe {
  const { entry, styles, ahead } = partsOf([page].flat())
  // where the server wrote the page, it shows before its programs are there
  const urgency = raw(content.html === '' ? '' : ' fetchpriority="low"')
  return html`<!doctype html>
<html lang="${head.lang ?? 'en'}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
${metaTags(head)}
${client && raw('<link rel="manifest" href="/manifest.webmanifest"><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/icon-192.png">')}
${styles.map((file) => html`<link rel="stylesheet" href="/${file}">`)}
${client && entry && html`<script type="module" src="/${entry}"></script>${ahead.map((file) => html`<link rel="modulepreload" href="/${file}"${urgency}>`)}`}
</head>
<body>
<div id="app"></div>
<div id="ssr">${content}</div>
</body>
</html>`
}

/** {@link document} as an answer; pages are never kept by a shared cache, since the client may be newer tomorrow. */
export const documentAnswer = (
  head: Head,
  content: Safe,
  options?: Parameters<typeof document>[2] & { status?: number },
): Answer =>
  answer(document(head, content, options), { status: options?.status, headers: { 'Cache-Control': 'no-cache' } })

/** Serves the built client's files: those named by their hash for a year, the worker and manifest fresh each time. */
export function serveClient(app: Express): void {
  app.use(
    '/assets',
    express.static(join(CLIENT, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false, index: false }),
  )
  app.use(
    express.static(CLIENT, {
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  )
}
