import type { Express } from 'express'
import type { Context } from '../../context.ts'
import { findByAcct } from '../../features/accounts/find.ts'
import { wantsDocument } from './answers.ts'

const page = /^\/@([\w.]+)(?:\/(\d{1,16}))?$/

/**
 * Where a page stands for somebody or for a post, a server that asks for the document gets that at the same address: it
 * is told what the document's own address would say.
 */
export function offerDocuments(app: Express, ctx: Context): void {
  app.use((request, response, next) => {
    const [found, name = '', status] = page.exec(request.path) ?? []
    if (found === undefined || request.method !== 'GET') return next()
    response.vary('Accept')
    const row = wantsDocument(request) ? findByAcct(ctx, name) : undefined
    if (row) request.url = `/ap/users/${row.id}${status === undefined ? '' : `/statuses/${status}`}`
    next()
  })
}
