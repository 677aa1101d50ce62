import { reading as words } from '../../../shared/locales/en/reading.ts'
import type { Context } from '../../context.ts'
import type { Answer } from '../../http/answer.ts'
import { html } from '../../http/html.ts'
import { get, type Route } from '../../http/route.ts'
import { documentAnswer } from '../../http/shell.ts'
import { seesNoLists } from '../../policies/panic.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readSettings } from '../settings/queries.ts'
import { localPage } from './local-page.ts'
import { readOpenHere } from './read.ts'

const PAGE = ['features/shell/shell.tsx', 'pages/local.tsx']

/** Members, and visitors while the lists are for members alone, get what the client draws. */
function showLocal(ctx: Context, viewer: Viewer | undefined): Answer {
  const settings = readSettings(ctx.db)
  const title = `${words.local} – ${settings.name}`
  const drawnThere = viewer !== undefined || seesNoLists(ctx.db, viewer, ctx.now())
  const content = drawnThere ? html`` : localPage(settings, readOpenHere(ctx))
  return documentAnswer({ title, description: settings.statement, noindex: true }, content, { page: PAGE })
}

/** The list that visitors read first. */
export const timelinePageRoutes: readonly Route[] = [
  get('/local', { access: 'public' }, (ctx, { viewer }) => showLocal(ctx, viewer)),
]
