import { z } from 'zod'
import { rules as words } from '../../../shared/locales/en/rules.ts'
import { diffRules } from '../../../shared/rule-diff.ts'
import type { Context } from '../../context.ts'
import { type Answer, redirect } from '../../http/answer.ts'
import { html, type Safe } from '../../http/html.ts'
import { narrowPage } from '../../http/narrow-html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer } from '../../http/shell.ts'
import { readSettings } from '../settings/queries.ts'
import { diffPage } from './diff-page.ts'
import { presentDoc, presentVersion, presentWords, readRules } from './present.ts'
import { publicRuleSets } from './queries.ts'
import { historyPage, versionPage } from './version-page.ts'

const toRules = { href: '/about#rules', text: words.title }
const toHistory = { href: '/rules/history', text: words.historyTitle }

function show(ctx: Context, title: string, out: { href: string; text: string }, main: Safe, status = 200): Answer {
  const { name } = readSettings(ctx.db)
  const page = 'pages/rules/version.tsx'
  return documentAnswer({ title: `${title} – ${name}`, noindex: status !== 200 }, narrowPage(name, out, main), {
    page,
    status,
  })
}

const showNothing = (ctx: Context) =>
  show(
    ctx,
    words.notFound,
    toHistory,
    html`<div class="stack"><h1>${words.notFound}</h1><p class="lede">${words.notFoundText}</p></div>`,
    404,
  )

/** What became of each rule between two versions that anybody may read. */
function readDiff(ctx: Context, a: number, b: number) {
  const [before, after] = [readRules(ctx.db, a), readRules(ctx.db, b)]
  if (!before || !after) return undefined
  return { from: a, to: b, ...diffRules(presentWords(ctx.db, before), presentWords(ctx.db, after)) }
}

function showDiff(ctx: Context, a: number, b: number): Answer {
  const diff = readDiff(ctx, a, b)
  return diff ? show(ctx, words.diffTitle(a, b), toHistory, diffPage(diff)) : showNothing(ctx)
}

function showVersion(ctx: Context, version: number, lang: string | undefined): Answer {
  const set = readRules(ctx.db, version)
  if (!set) return showNothing(ctx)
  const doc = presentDoc(ctx, set)
  const diff = set.baseVersion === null ? undefined : readDiff(ctx, set.baseVersion, version)
  return show(
    ctx,
    words.version(version),
    toHistory,
    versionPage(doc, doc.locales.find((one) => one === lang) ?? doc.locale, diff),
  )
}

// the client has pages of its own beside the versions
const drawnThere = () => documentAnswer({ title: 'Loading', noindex: true }, html``)

const number = z.coerce.number().int().min(0).catch(-1)
const lang = z.string().max(20).optional()
const versionForm = z.object({ version: z.string().max(20), lang })

/** The rules and how they changed, as pages that need neither account nor script. */
export const rulePageRoutes: readonly Route[] = [
  get('/rules', { access: 'public' }, () => redirect(toRules.href, 302)),
  get('/rules/history', { access: 'public' }, (ctx) => {
    const versions = publicRuleSets(ctx.db).map((set) => presentVersion(ctx, set))
    return show(ctx, words.historyTitle, toRules, historyPage(versions))
  }),
  get('/rules/history/:a/:b', { access: 'public', form: z.object({ a: number, b: number }) }, (ctx, { form }) =>
    showDiff(ctx, form.a, form.b),
  ),
  get('/rules/:version', { access: 'public', form: versionForm }, (ctx, { form: { version, lang: wanted } }) =>
    /^\d+$/.test(version) ? showVersion(ctx, Number(version), wanted) : drawnThere(),
  ),
]
